/**
 * What stands in a list of rude words of some language, and is a name that people are given, or a plain word of another
 * language or of a lesson: Dick and Fanny are first names, Lund and Vacca surnames, `nicht` is German for "not". These win
 * over the lists. What is first of all an insult stays out, though somebody may bear it.
 */

/** First names and surnames. */
const NAMES =
  'amador anita ariano bander belino bichat biga bobo bocchino boner bong bonze byk calice casci chiappa chong cocco coito comer con concha ' +
  'consolo corno cox cozza criss cummings cumming del dick dickson dong fan fanny fava fick fing franc gasti gay gaylord gerber gerbe gol göte griet ' +
  'guro hancock hol hooker horn ische johnson johny kamine kanen kike kimme kloten knor kok kont kos kunda kunt kusi kut kutta lolita luder lund ' +
  'maal marica martillo molo mong mona monta moona moran mufti muna mussa naida negro olla orina osti paal palen palle palli panna pano ' +
  'pau pele pelé pesce péter peter picio pik pikk pina pinto pippa pipi pipì pisello pitt pompa poon poot popel porco pot potta quaglia quim ' +
  'randi randy reet regina reva roger rod rosette sacco saco santorum schiesser sega semen shota skeet snatch stake subba suk tanga tavara tit ' +
  'burdell ciotta hoerr kokott kustaa paška perse prutt rappe tatti tette annalee annus tiits topa trio vacca verga wang weiner willy wood xana zizi bich phuc butt balls ball head bush coco bo فرج 애자 幹';

/** Words of an ordinary day, by the language whose list they stand in. */
const WORDS =
  // English, and what an English word looks like in another language
  'am asno bite lovelace sex sexe sexo sexy sexual sexually sexuality male female screw bra strap black white beaver domination bareback ' +
  'escort eunuch grope hardcore kinky nude nudity playboy rapping spunk swinger undressing voyeur cu cul droll sleet annal drool fodder barroom puttee snool rappee ' +
  'topless sadism scat pegging vibrator suck pis ' +
  // German, Danish, Swedish, Norwegian
  'bitte lümmel möpse nackt nippel reudig schabracke schnackeln brutta hård mutta pokker sås tusan ' +
  // Dutch: `nicht` is German as well
  'asbak aso balen bedonderen bekken beurt boemelen eikel flikken gat lummel mafketel matje mof muts naakt nicht penoze potverdorie raaskallen ' +
  'remsporen reutelen rukken schatje schoft slempen spuiten standje stootje sufferd toeter vergallen watje wippen zaadje zuigen zuiplap ' +
  // French, Spanish, Portuguese
  'bourré bourrée folle meuf ramoner tanche trique asesinato drogas esperma heroína infierno maldito racista sádico aborto aranha biscate bissexual ' +
  'burro camisinha cerveja cocaína fecal gozar heterosexual homoerótico homosexual inferno lésbica mama torneira veado vibrador ' +
  // Italian
  'bagnarsi balle battere boiata cadavere ingoio montare palloso patacca pistolotto porca rizzarsi ruffiano sbattere spagnola tirare vangare ' +
  // Polish, Czech, Hungarian, Finnish
  'dmuchać duperele jajko čumět buksza búr marha pofa haahka hatullinen jätkä paljaalla pallit panettaa pehko pipari pistää reikä toosa ' +
  'tuhkaluukku viiksi ' +
  // Hindi in Latin letters, Russian
  'hijra pataka patakha бугор голый обнаженный офигеть секс фига хапать хрен ' +
  // Arabic, Persian
  'لعق لحس مص ثدي شاذ مبادل قضيب حلمة خنثي برهنه تجاوز حشر سوپر کوس لخت هرزه ' +
  // Korean, Japanese, Chinese, Thai
  '노모 망가 변태 유모 에로 호로 야사 육갑 염병 스와핑 로리타 하드코어 フック スリット カント ディック ファンタジー プレイボーイ ローター ラバー ラティーナ グロ ' +
  'コカイン エスコート いたずら なめ しばり お尻 おしり 支配 人種 誘惑 嫌い 女の子 女子高生 女装 両性 両性具有 両刀 奴隷 挿入 拷問 殺人事件 脱衣 直腸 生殖器 縛り 噴出 ' +
  '平手打ち 変態 毛深い 卍 宦官 自己愛性 乳 乳房 卵 卵子 奶 性 性器 精子 成人 激情 祖宗 月经 老二 交配 外阴 处女 鳩 撚 尻 柒 刚度 私服 野鸡 靠背 花柳 ' +
  '肥西 爛 賤 杂种 吹箫 密洞 玉杵 后庭 十三点 13点 กะปิ หลั่ง ' +
  // of a lesson: sets, pairs, orbitals
  'sm xx 3p annals';

/** What is meant by several words together, though one of them stands in a list. */
export const KNOWN_PHRASES: readonly string[] = [
  'какая разница',
  'cum laude',
  'tit for tat',
  // mathematicians and their things
  'jacques tits',
  'bruhat tits',
  'koecher tits',
  'tits building',
  'tits buildings',
  'tits group',
  'tits alternative',
  'tits index',
  'tits system',
  'clifford cocks',
  'cocks pinch',
  'coons patch',
  'coons patches',
  'coons surface',
  // a surname of Flanders
  'de cock',
  'cavallo di troia',
  'guerra di troia',
];

export const KNOWN: ReadonlySet<string> = new Set(`${NAMES} ${WORDS}`.split(' '));
