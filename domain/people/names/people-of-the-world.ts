/** First names and surnames of people, by country: those first that a list of words has been known to refuse. For tests. */
export const PEOPLE: Readonly<Record<string, string>> = {
  Germany:
    'Anna Zimmer Jürgen Müller Uwe Dickmann Fuchs Titus Dietrich Assmann Kunz Schäfer Wolfgang Heike Detlef Gudrun Hitzfeld Sack Popp Lukas Sophie Hannelore Weiß',
  Britain:
    'Nigel Draper Dick Fanny Willy Gaylord Hancock Cockburn Dickson Peniston Sexton Randy Butts Titchmarsh Lovelace Cummings Siobhan Niamh Alistair Wentworth',
  USA: 'Gay Harry Johnson Weiner Wood Boner Cox Hooker Bush Longbottom Hiscock Madison Tyler Aiden Brooklyn Jayden Mackenzie Rodriguez',
  France:
    'Thibault Chloé Mathis Bittencourt Putin Léa Noël Pétain Anaïs Bitter Cocquerel Fouquet Loïc Zoé Aurélien Maëlys',
  Spain: 'Joaquín Iñigo Concepción Negro Negrete Cabrera Marcel·lí Asunción Jesús Morón Pilar Consuelo Ángel',
  Italy: 'Assunta Analia Gianluca Ficarra Cazzola Bocchino Pompeo Chiara Figari Puttini Serena Nicolò Finocchiaro',
  Portugal: 'Caetano Inês Gonçalo Catarina Picão Conceição João Pinto',
  Poland: 'Agnieszka Zbigniew Kurowska Łukasz Wojciech Grzegorz Małgorzata Stanisław Zuzanna',
  Russia: 'Семён Иван Ольга Semyon Semen Ludmila Gleb Dmitri Shitov Sukhov Наташа Василиса Анастасия Пётр Кузнецова',
  Turkey: 'Deniz Çağla Gökçe Ufuk Sikandar Amine Götze Tunç Şahin Yılmaz Penbe Emine',
  India:
    'Harshita Ishita Shital Dikshita Hitesh Kuntal Nishit Ashit Ankit Randhir Gandharva शर्‍मा नीता Pushpita Rakshit Aarav Priyanka Subramaniam',
  China: 'Wang Dong 李 王 小明 Fang Shi Yifu Xiaoping Hu Cao Sheng Bo Wen Jia Zhang Xiulan 王芳',
  Vietnam: 'Phuc Bich Dung Đặng Phúc Bích Thi Nguyễn Ngọc Thuy',
  Korea: 'Bum-suk Suk Seok Ji-woo Min-jun Yoo 김민준 서연',
  Japan: 'Ito Josh Kenta Shiori Asahi Mariko Chikako Fukuda Yukiko 陽菜 さくら',
  Thailand: 'Siriporn Porntip Somporn ทัศนีย์ Supaporn Kanya Dararat Wirat',
  Iran: 'علی‌رضا Nazir Nazanin Kosar Kiarash Ali Zahra Farrokh Mahnaz Shirin',
  'Sri Lanka': 'ශ්‍රී Nuwan Dinesh Ruwan Kumari Sampath',
  'Arab countries': 'Zebediah Aziz Nikah Fatima Yusuf Khaled Mohamed Zebunnisa عمر ليلى',
  Nigeria: 'Chukwuma Ngozi Niger Nigeria Oluwaseun Adaeze Titilayo Uche Fagbenle Nnamdi',
  Hungary: 'Farkas Szilárd Zsófia Gecse Kinga Attila Ágnes',
  'Nordic countries': 'Bitte Knut Odd Bård Even Fartun Åse Jørgen',
  Greece: 'Ελένη Γιώργος Anastasia Nikos',
  Israel: 'עֲלִיזָה שְׁלֹמֹה Moran Moshe Cohen Dikla Shira Dudi',
  Netherlands: 'Klootwijk Joost Sjaak Hoerni Femke Joke Kutlu',
  Ireland: 'Aoife Caoimhe Ruairí Eoghan',
  Ukraine: 'Олексій Оксана Тарас Їжакевич',
  Ghana: 'Kofi Ama Kwabena Akosua',
  Kenya: 'Wanjiku Otieno Kipchoge',
  Philippines: 'Jhun Maricel Bayani',
  Indonesia: 'Putri Budi Siti Slamet',
  Romania: 'Ștefan Ioana Țiriac',
};

/** The same, found in lists of names by trying each against the lists of words: those that hit, or all but hit. */
export const MORE_PEOPLE: Readonly<Record<string, string>> = {
  Germany:
    'Regina Anita Rosette Fick Suck Kuntz Schmuck Luder Kokott Hoerr Schiesser Poppel Knorr Fuchs Ischebeck Wankogel Kotz Pott Mösl',
  Britain:
    'Pippa Penistone Hoare Cummings Cumming Scunthorpe Cox Dickens Sandcock Woodcock Hitchcock Glasscock Shitterton Bobb Bobbs Skeet Tittley',
  USA: 'Gerber Lipshitz Focker Pitt Santorum Annalee Johnny Burdell Comer Bande Stake Snatch Vonnegut Skeets Swinger Horn',
  Ireland: 'Con Conn Cormac Fanning Cockrane Dickie Gay',
  France: 'Péter Rosette Gerbe Calice Perse Peyre Bite Condé Contin Culot Pipi Pinault Chatelet Chattel',
  Spain:
    'Concha Pau Kike Pina Piña Morón Amador Quim Consolo Orina Martillo Verga Culebras Cojo Putanec Pezzi Martel Coloma',
  'Latin America':
    'Lolita Randi Marica Maximiano Tanga Bobo Dolores Concepción Socorro Amparo Porfirio Cacho Coco Pichardo',
  Italy:
    'Pesce Vacca Sacco Fava Quaglia Cozza Chiappa Corno Regina Mussa Negri Porco Potta Piccio Pisello Tatti Monta Casci Belli Topa Pompa Sega Analdi Culotti Finocchi Troisi',
  Portugal: 'Aranha Coito Amador Pinto Xana Saco Consolo Corno Veado Paula Picanço Cunha',
  'Nordic countries':
    'Lund Palle Pelle Göte Pål Páll Randi Randíður Fan Moona Subba Olla Kustaa Muna Reva Regína Aníta Knörr Dick Odd Prutz',
  Baltics: 'Reet Tiits Annus Kont Pikk Paal Regīna Kulla Kuks',
  'Poland, Czechia, Slovakia': 'Jajko Byk Kunda Paška Pompa Topa Pik Ciotta Dupont Rudy Kurwicki Sukiennik Kokoška',
  'Hungary, Slovenia, Croatia': 'Franc Tit Marica Pál Péter Pele Búr Búza Fasziczky Geczi',
  Netherlands: 'Griet Poot Pot Johny Anita Baalen Palen Annita Knor Boer Kuyt Hoefnagel',
  Turkey: 'Nazif Nazım Fıratlı Amara Mufti Hijran Sıkı Götürk',
  'Arab countries': 'فرج Assad Nazim Faraj Mufti Hijra Muna Mussa Nikahd Titi Bashshar',
  India: 'Dikshit Reva Gasti Pataka Kamine Lundkar Chuttani Gandotra Shitole Kuttappan Mall Loday Bhangale Putul',
  China: 'Fan Wang Fang Kok Chong Poon Fuk Fook Mong Hung Dong 幹雄 成人彦 卵生',
  Korea: 'Suk 애자 유모 Bumsuk Yong-suk Pok Dong',
  Japan: 'Shota Mona Fukuko Fukumi Asako Takeshita Kusano Shitara Aso Guro Anaru',
  Vietnam: 'Phuc Bich Dung Hung Mong Đức Phát',
  Africa: "Mama Kusi Tette Kunda Zizi Bobo Tanga Mong'are Titus Pele Molo Dikko Fucheki Asante Naida Kutu",
};
