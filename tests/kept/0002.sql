BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0002');
CREATE TABLE article (
	id VARCHAR NOT NULL, 
	text VARCHAR NOT NULL, 
	title VARCHAR, 
	url VARCHAR, 
	publisher VARCHAR, 
	author VARCHAR, 
	published VARCHAR, 
	language VARCHAR, 
	story VARCHAR, 
	external_id VARCHAR, 
	replaces VARCHAR, 
	source VARCHAR NOT NULL, 
	loaded_at DATETIME NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "article" VALUES('8d1c8abd19590ae829ebf20876e10b3f','The “pier” is shut. 🚢 Eleven piles are cracked. The mayor knew. She denies it.','Pier, shut',NULL,NULL,NULL,NULL,'en','pier',NULL,NULL,'articles/pier.txt','2026-11-22 22:18:37.393326');
INSERT INTO "article" VALUES('4c8e25444f5f237457d6e50f77386892','Причал зачинено. Одинадцять паль тріснули. Мер знав про це.','Причал зачинено. Одинадцять паль тріснули. Мер знав про це.',NULL,NULL,NULL,NULL,'uk','pier',NULL,NULL,'articles/pier-uk.txt','2026-11-22 22:18:37.393327');
INSERT INTO "article" VALUES('f1982236daf4931fcb02e81a788194c9','桟橋は閉鎖された。杭が十一本ひび割れた。','桟橋は閉鎖された。杭が十一本ひび割れた。',NULL,NULL,NULL,NULL,'ja','pier',NULL,NULL,'articles/pier-ja.txt','2026-11-22 22:18:37.393328');
INSERT INTO "article" VALUES('ca979bd208c62c5520b677bd269cda41','أُغلق الرصيف. تشققت إحدى عشرة دعامة. 𝒜 😀','أُغلق الرصيف. تشققت إحدى عشرة دعامة. 𝒜 😀',NULL,NULL,NULL,NULL,'ar',NULL,NULL,NULL,'articles/pier-ar.txt','2026-11-22 22:18:37.393329');
CREATE TABLE auditentry (
	id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	who VARCHAR NOT NULL, 
	what VARCHAR NOT NULL, 
	about VARCHAR, 
	PRIMARY KEY (id)
);
CREATE TABLE consensus (
	claim_id VARCHAR NOT NULL, 
	article_id VARCHAR NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	state VARCHAR NOT NULL, 
	verdict VARCHAR, 
	votes JSON NOT NULL, 
	abstained INTEGER NOT NULL, 
	margin INTEGER NOT NULL, 
	probability FLOAT, 
	settled BOOLEAN NOT NULL, 
	why VARCHAR NOT NULL, 
	PRIMARY KEY (claim_id)
);
INSERT INTO "consensus" VALUES('0f00de4931ed8d78ddf7','ca979bd208c62c5520b677bd269cda41',2,5,'agreed','verified','{"verified":2,"disputed":0,"unsourced":0,"not-a-claim":0}',0,2,8.6424264003579986948e-01,1,'all agree');
INSERT INTO "consensus" VALUES('14e5378520560c5cac4c','f1982236daf4931fcb02e81a788194c9',1,7,'insufficient',NULL,'{"verified":1,"disputed":0,"unsourced":0,"not-a-claim":0}',0,1,7.00885930281195057567e-01,0,'1 of 2 reviewers needed');
INSERT INTO "consensus" VALUES('1d7da0b6e6d565b74ee3','f1982236daf4931fcb02e81a788194c9',0,9,'contested',NULL,'{"verified":1,"disputed":1,"unsourced":0,"not-a-claim":0}',0,0,NULL,0,'no verdict above half');
INSERT INTO "consensus" VALUES('1db9dcb92a057135b3d8','ca979bd208c62c5520b677bd269cda41',0,40,'agreed','verified','{"verified":2,"disputed":0,"unsourced":0,"not-a-claim":0}',0,2,8.6424264003579986948e-01,1,'all agree');
INSERT INTO "consensus" VALUES('5ba4038b70de0be24732','4c8e25444f5f237457d6e50f77386892',43,59,'agreed','unsourced','{"verified":0,"disputed":0,"unsourced":2,"not-a-claim":0}',0,2,8.6424264003579986948e-01,1,'all agree');
INSERT INTO "consensus" VALUES('65c6be725bdd98c4dd5d','f1982236daf4931fcb02e81a788194c9',1,6,'insufficient',NULL,'{"verified":1,"disputed":0,"unsourced":0,"not-a-claim":0}',0,1,7.00885930281195057567e-01,0,'1 of 2 reviewers needed');
INSERT INTO "consensus" VALUES('75d82af2ea907e76c1ed','4c8e25444f5f237457d6e50f77386892',0,16,'agreed','verified','{"verified":2,"disputed":0,"unsourced":0,"not-a-claim":0}',0,2,8.6424264003579986948e-01,1,'all agree');
INSERT INTO "consensus" VALUES('77578bf33ff8cb805770','4c8e25444f5f237457d6e50f77386892',17,42,'agreed','disputed','{"verified":0,"disputed":2,"unsourced":0,"not-a-claim":0}',0,2,8.6424264003579986948e-01,1,'all agree');
INSERT INTO "consensus" VALUES('8951f605ec67477804e2','4c8e25444f5f237457d6e50f77386892',1,6,'agreed','verified','{"verified":2,"disputed":0,"unsourced":0,"not-a-claim":0}',0,2,8.6424264003579986948e-01,1,'all agree');
INSERT INTO "consensus" VALUES('e317485b6b24165fbb17','f1982236daf4931fcb02e81a788194c9',9,20,'contested',NULL,'{"verified":0,"disputed":1,"unsourced":1,"not-a-claim":0}',0,0,NULL,0,'no verdict above half');
INSERT INTO "consensus" VALUES('00750202a7a888e8fc0b','8d1c8abd19590ae829ebf20876e10b3f',48,63,'contested',NULL,'{"verified":1,"disputed":0,"unsourced":0,"not-a-claim":1}',0,0,NULL,0,'no verdict above half');
INSERT INTO "consensus" VALUES('1c0118753d7d539e4051','8d1c8abd19590ae829ebf20876e10b3f',0,19,'contested',NULL,'{"verified":0,"disputed":1,"unsourced":1,"not-a-claim":0}',0,0,NULL,0,'no verdict above half');
INSERT INTO "consensus" VALUES('4480b1ca5d7e8b38272f','8d1c8abd19590ae829ebf20876e10b3f',1,8,'insufficient',NULL,'{"verified":1,"disputed":0,"unsourced":0,"not-a-claim":0}',0,1,7.00885930281195057567e-01,0,'1 of 2 reviewers needed');
INSERT INTO "consensus" VALUES('7b896306bdd48f3d643c','8d1c8abd19590ae829ebf20876e10b3f',64,78,'contested',NULL,'{"verified":1,"disputed":1,"unsourced":0,"not-a-claim":0}',0,0,NULL,0,'no verdict above half');
INSERT INTO "consensus" VALUES('979fca1258eabc3fc836','8d1c8abd19590ae829ebf20876e10b3f',20,47,'contested',NULL,'{"verified":0,"disputed":0,"unsourced":1,"not-a-claim":1}',0,0,NULL,0,'no verdict above half');
INSERT INTO "consensus" VALUES('a9de2f75236808b72913','8d1c8abd19590ae829ebf20876e10b3f',1,7,'insufficient',NULL,'{"verified":1,"disputed":0,"unsourced":0,"not-a-claim":0}',0,1,7.00885930281195057567e-01,0,'1 of 2 reviewers needed');
CREATE TABLE delivery (
	id INTEGER NOT NULL, 
	"key" VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	annotation VARCHAR NOT NULL, 
	task_id INTEGER NOT NULL, 
	article_id VARCHAR NOT NULL, 
	reviewer_id BIGINT, 
	said_at DATETIME, 
	body JSON NOT NULL, 
	config VARCHAR NOT NULL, 
	arrived_at DATETIME NOT NULL, 
	handled BOOLEAN NOT NULL, 
	refused VARCHAR, link VARCHAR DEFAULT '' NOT NULL, project VARCHAR DEFAULT '' NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE ("key")
);
INSERT INTO "delivery" VALUES(1,'annotation:1@2026-03-14T09:00:09+00:00:2026-03-14T09:00:09+00:00','annotation','1@2026-03-14T09:00:09+00:00',1,'8d1c8abd19590ae829ebf20876e10b3f',2,'2026-03-14 09:00:09.000000','{"id":1,"result":[{"id":"1c0118753d7d539e4051","from_name":"verdict","to_name":"text","type":"labels","value":{"start":0,"end":19,"labels":["verified"]}},{"id":"979fca1258eabc3fc836","from_name":"verdict","to_name":"text","type":"labels","value":{"start":20,"end":47,"labels":["disputed"]}},{"id":"00750202a7a888e8fc0b","from_name":"verdict","to_name":"text","type":"labels","value":{"start":48,"end":63,"labels":["unsourced"]}},{"id":"7b896306bdd48f3d643c","from_name":"verdict","to_name":"text","type":"labels","value":{"start":64,"end":78,"labels":["not-a-claim"]}},{"from_name":"evidence","type":"textarea","value":{"text":["https://example.org/доказ/0"]},"id":"1c0118753d7d539e4051","to_name":"text","origin":"manual"},{"from_name":"note","type":"textarea","value":{"text":["Seite 3 😀\n=1+1"]},"id":"7b896306bdd48f3d643c","to_name":"text","origin":"manual"},{"from_name":"confidence","type":"rating","value":{"rating":3},"id":"1c0118753d7d539e4051","to_name":"text","origin":"manual"},{"id":"drawn0","from_name":"verdict","type":"labels","value":{"start":1,"end":6,"labels":["verified"]},"to_name":"text","origin":"manual"}],"task":1,"completed_by":2,"updated_by":2,"was_cancelled":false,"created_at":"2026-03-14T09:00:09Z","updated_at":"2026-03-14T09:00:09Z"}','2829df958e641f98','2026-11-22 22:18:37.580264',1,NULL,'844fdead001fe43fbf2bef87d2a0a43c0948cf780c52e0707e6b33aeda7512b2','1@2026-03-14T09:00:01.500000Z');
INSERT INTO "delivery" VALUES(2,'annotation:2@2026-03-14T09:00:10.500000+00:00:2026-03-14T09:00:10.500000+00:00','annotation','2@2026-03-14T09:00:10.500000+00:00',1,'8d1c8abd19590ae829ebf20876e10b3f',3,'2026-03-14 09:00:10.500000','{"id":2,"result":[{"id":"1c0118753d7d539e4051","from_name":"verdict","to_name":"text","type":"labels","value":{"start":0,"end":19,"labels":["disputed"]}},{"id":"979fca1258eabc3fc836","from_name":"verdict","to_name":"text","type":"labels","value":{"start":20,"end":47,"labels":["unsourced"]}},{"id":"00750202a7a888e8fc0b","from_name":"verdict","to_name":"text","type":"labels","value":{"start":48,"end":63,"labels":["not-a-claim"]}},{"id":"7b896306bdd48f3d643c","from_name":"verdict","to_name":"text","type":"labels","value":{"start":64,"end":78,"labels":["verified"]}},{"from_name":"evidence","type":"textarea","value":{"text":["https://example.org/доказ/1"]},"id":"1c0118753d7d539e4051","to_name":"text","origin":"manual"},{"from_name":"note","type":"textarea","value":{"text":["Seite 3 😀\n=1+1"]},"id":"7b896306bdd48f3d643c","to_name":"text","origin":"manual"},{"from_name":"confidence","type":"rating","value":{"rating":3},"id":"1c0118753d7d539e4051","to_name":"text","origin":"manual"},{"id":"drawn1","from_name":"verdict","type":"labels","value":{"start":1,"end":7,"labels":["verified"]},"to_name":"text","origin":"manual"}],"task":1,"completed_by":3,"updated_by":3,"was_cancelled":false,"created_at":"2026-03-14T09:00:10.500000Z","updated_at":"2026-03-14T09:00:10.500000Z"}','2829df958e641f98','2026-11-22 22:18:37.580264',1,NULL,'63bb117415261c975780f2e4d20afb8a0d05bae00322c6804b31973fb4550ef5','1@2026-03-14T09:00:01.500000Z');
INSERT INTO "delivery" VALUES(3,'annotation:3@2026-03-14T09:00:12+00:00:2026-03-14T09:00:12+00:00','annotation','3@2026-03-14T09:00:12+00:00',2,'4c8e25444f5f237457d6e50f77386892',2,'2026-03-14 09:00:12.000000','{"id":3,"result":[{"id":"75d82af2ea907e76c1ed","from_name":"verdict","to_name":"text","type":"labels","value":{"start":0,"end":16,"labels":["verified"]}},{"id":"77578bf33ff8cb805770","from_name":"verdict","to_name":"text","type":"labels","value":{"start":17,"end":42,"labels":["disputed"]}},{"id":"5ba4038b70de0be24732","from_name":"verdict","to_name":"text","type":"labels","value":{"start":43,"end":59,"labels":["unsourced"]}},{"from_name":"evidence","type":"textarea","value":{"text":["https://example.org/доказ/0"]},"id":"75d82af2ea907e76c1ed","to_name":"text","origin":"manual"},{"from_name":"note","type":"textarea","value":{"text":["Seite 3 😀\n=1+1"]},"id":"5ba4038b70de0be24732","to_name":"text","origin":"manual"},{"from_name":"confidence","type":"rating","value":{"rating":3},"id":"75d82af2ea907e76c1ed","to_name":"text","origin":"manual"},{"id":"drawn0","from_name":"verdict","type":"labels","value":{"start":1,"end":6,"labels":["verified"]},"to_name":"text","origin":"manual"}],"task":2,"completed_by":2,"updated_by":2,"was_cancelled":false,"created_at":"2026-03-14T09:00:12Z","updated_at":"2026-03-14T09:00:12Z"}','2829df958e641f98','2026-11-22 22:18:37.580843',1,NULL,'fa37fe80f665a942b6b4eef7ffb0618b6296e893defc1ca0f5346f47ba8a4abf','1@2026-03-14T09:00:01.500000Z');
INSERT INTO "delivery" VALUES(4,'annotation:4@2026-03-14T09:00:13.500000+00:00:2026-03-14T09:00:13.500000+00:00','annotation','4@2026-03-14T09:00:13.500000+00:00',2,'4c8e25444f5f237457d6e50f77386892',3,'2026-03-14 09:00:13.500000','{"id":4,"result":[{"id":"75d82af2ea907e76c1ed","from_name":"verdict","to_name":"text","type":"labels","value":{"start":0,"end":16,"labels":["verified"]}},{"id":"77578bf33ff8cb805770","from_name":"verdict","to_name":"text","type":"labels","value":{"start":17,"end":42,"labels":["disputed"]}},{"id":"5ba4038b70de0be24732","from_name":"verdict","to_name":"text","type":"labels","value":{"start":43,"end":59,"labels":["unsourced"]}},{"from_name":"evidence","type":"textarea","value":{"text":["https://example.org/доказ/0"]},"id":"75d82af2ea907e76c1ed","to_name":"text","origin":"manual"},{"from_name":"note","type":"textarea","value":{"text":["Seite 3 😀\n=1+1"]},"id":"5ba4038b70de0be24732","to_name":"text","origin":"manual"},{"from_name":"confidence","type":"rating","value":{"rating":3},"id":"75d82af2ea907e76c1ed","to_name":"text","origin":"manual"},{"id":"drawn0","from_name":"verdict","type":"labels","value":{"start":1,"end":6,"labels":["verified"]},"to_name":"text","origin":"manual"}],"task":2,"completed_by":3,"updated_by":3,"was_cancelled":false,"created_at":"2026-03-14T09:00:13.500000Z","updated_at":"2026-03-14T09:00:13.500000Z"}','2829df958e641f98','2026-11-22 22:18:37.580843',1,NULL,'d1ee2ae0dcd8a660547ad71dc52c716c88ccbce965b84c3087439011a0293e03','1@2026-03-14T09:00:01.500000Z');
INSERT INTO "delivery" VALUES(5,'annotation:5@2026-03-14T09:00:15+00:00:2026-03-14T09:00:15+00:00','annotation','5@2026-03-14T09:00:15+00:00',3,'f1982236daf4931fcb02e81a788194c9',2,'2026-03-14 09:00:15.000000','{"id":5,"result":[{"id":"1d7da0b6e6d565b74ee3","from_name":"verdict","to_name":"text","type":"labels","value":{"start":0,"end":9,"labels":["verified"]}},{"id":"e317485b6b24165fbb17","from_name":"verdict","to_name":"text","type":"labels","value":{"start":9,"end":20,"labels":["disputed"]}},{"from_name":"evidence","type":"textarea","value":{"text":["https://example.org/доказ/0"]},"id":"1d7da0b6e6d565b74ee3","to_name":"text","origin":"manual"},{"from_name":"note","type":"textarea","value":{"text":["Seite 3 😀\n=1+1"]},"id":"e317485b6b24165fbb17","to_name":"text","origin":"manual"},{"from_name":"confidence","type":"rating","value":{"rating":3},"id":"1d7da0b6e6d565b74ee3","to_name":"text","origin":"manual"},{"id":"drawn0","from_name":"verdict","type":"labels","value":{"start":1,"end":6,"labels":["verified"]},"to_name":"text","origin":"manual"}],"task":3,"completed_by":2,"updated_by":2,"was_cancelled":false,"created_at":"2026-03-14T09:00:15Z","updated_at":"2026-03-14T09:00:15Z"}','2829df958e641f98','2026-11-22 22:18:37.581377',1,NULL,'3116142e3be57e92c321cda327e9d79adfa60dc93297f0859924dbc09e8c1897','1@2026-03-14T09:00:01.500000Z');
INSERT INTO "delivery" VALUES(6,'annotation:6@2026-03-14T09:00:16.500000+00:00:2026-03-14T09:00:16.500000+00:00','annotation','6@2026-03-14T09:00:16.500000+00:00',3,'f1982236daf4931fcb02e81a788194c9',3,'2026-03-14 09:00:16.500000','{"id":6,"result":[{"id":"1d7da0b6e6d565b74ee3","from_name":"verdict","to_name":"text","type":"labels","value":{"start":0,"end":9,"labels":["disputed"]}},{"id":"e317485b6b24165fbb17","from_name":"verdict","to_name":"text","type":"labels","value":{"start":9,"end":20,"labels":["unsourced"]}},{"from_name":"evidence","type":"textarea","value":{"text":["https://example.org/доказ/1"]},"id":"1d7da0b6e6d565b74ee3","to_name":"text","origin":"manual"},{"from_name":"note","type":"textarea","value":{"text":["Seite 3 😀\n=1+1"]},"id":"e317485b6b24165fbb17","to_name":"text","origin":"manual"},{"from_name":"confidence","type":"rating","value":{"rating":3},"id":"1d7da0b6e6d565b74ee3","to_name":"text","origin":"manual"},{"id":"drawn1","from_name":"verdict","type":"labels","value":{"start":1,"end":7,"labels":["verified"]},"to_name":"text","origin":"manual"}],"task":3,"completed_by":3,"updated_by":3,"was_cancelled":false,"created_at":"2026-03-14T09:00:16.500000Z","updated_at":"2026-03-14T09:00:16.500000Z"}','2829df958e641f98','2026-11-22 22:18:37.581377',1,NULL,'fd659aec6a3264464e339044d2ee3780e92178dac690441904a8be2e16c56123','1@2026-03-14T09:00:01.500000Z');
INSERT INTO "delivery" VALUES(7,'annotation:7@2026-03-14T09:00:18+00:00:2026-03-14T09:00:18+00:00','annotation','7@2026-03-14T09:00:18+00:00',4,'ca979bd208c62c5520b677bd269cda41',2,'2026-03-14 09:00:18.000000','{"id":7,"result":[{"id":"1db9dcb92a057135b3d8","from_name":"verdict","to_name":"text","type":"labels","value":{"start":0,"end":40,"labels":["verified"]}},{"from_name":"evidence","type":"textarea","value":{"text":["https://example.org/доказ/0"]},"id":"1db9dcb92a057135b3d8","to_name":"text","origin":"manual"},{"from_name":"note","type":"textarea","value":{"text":["Seite 3 😀\n=1+1"]},"id":"1db9dcb92a057135b3d8","to_name":"text","origin":"manual"},{"from_name":"confidence","type":"rating","value":{"rating":3},"id":"1db9dcb92a057135b3d8","to_name":"text","origin":"manual"},{"id":"drawn0","from_name":"verdict","type":"labels","value":{"start":1,"end":6,"labels":["verified"]},"to_name":"text","origin":"manual"}],"task":4,"completed_by":2,"updated_by":2,"was_cancelled":false,"created_at":"2026-03-14T09:00:18Z","updated_at":"2026-03-14T09:00:18Z"}','2829df958e641f98','2026-11-22 22:18:37.581719',1,NULL,'ecc517a84f9886cb1aa48947e084115b74aa5aabe544b64c343d13d2aeb190b6','1@2026-03-14T09:00:01.500000Z');
INSERT INTO "delivery" VALUES(8,'annotation:8@2026-03-14T09:00:19.500000+00:00:2026-03-14T09:00:19.500000+00:00','annotation','8@2026-03-14T09:00:19.500000+00:00',4,'ca979bd208c62c5520b677bd269cda41',3,'2026-03-14 09:00:19.500000','{"id":8,"result":[{"id":"1db9dcb92a057135b3d8","from_name":"verdict","to_name":"text","type":"labels","value":{"start":0,"end":40,"labels":["verified"]}},{"from_name":"evidence","type":"textarea","value":{"text":["https://example.org/доказ/0"]},"id":"1db9dcb92a057135b3d8","to_name":"text","origin":"manual"},{"from_name":"note","type":"textarea","value":{"text":["Seite 3 😀\n=1+1"]},"id":"1db9dcb92a057135b3d8","to_name":"text","origin":"manual"},{"from_name":"confidence","type":"rating","value":{"rating":3},"id":"1db9dcb92a057135b3d8","to_name":"text","origin":"manual"},{"id":"drawn0","from_name":"verdict","type":"labels","value":{"start":1,"end":6,"labels":["verified"]},"to_name":"text","origin":"manual"}],"task":4,"completed_by":3,"updated_by":3,"was_cancelled":false,"created_at":"2026-03-14T09:00:19.500000Z","updated_at":"2026-03-14T09:00:19.500000Z"}','2829df958e641f98','2026-11-22 22:18:37.581719',1,NULL,'6daa984e40f4b3887b2ca08fe970c150101b2d1763ba1bbf7912d27b777a3186','1@2026-03-14T09:00:01.500000Z');
INSERT INTO "delivery" VALUES(9,'annotation:9@2026-03-14T09:00:21+00:00:2026-03-14T09:00:21+00:00','annotation','9@2026-03-14T09:00:21+00:00',1,'8d1c8abd19590ae829ebf20876e10b3f',4,'2026-03-14 09:00:21.000000','{"id":9,"result":[{"id":"1c0118753d7d539e4051","from_name":"verdict","to_name":"text","type":"labels","value":{"start":0,"end":19,"labels":["disputed"]}},{"id":"979fca1258eabc3fc836","from_name":"verdict","to_name":"text","type":"labels","value":{"start":20,"end":47,"labels":["unsourced"]}},{"id":"00750202a7a888e8fc0b","from_name":"verdict","to_name":"text","type":"labels","value":{"start":48,"end":63,"labels":["not-a-claim"]}},{"id":"7b896306bdd48f3d643c","from_name":"verdict","to_name":"text","type":"labels","value":{"start":64,"end":78,"labels":["verified"]}},{"from_name":"evidence","type":"textarea","value":{"text":["https://example.org/доказ/1"]},"id":"1c0118753d7d539e4051","to_name":"text","origin":"manual"},{"from_name":"note","type":"textarea","value":{"text":["Seite 3 😀\n=1+1"]},"id":"7b896306bdd48f3d643c","to_name":"text","origin":"manual"},{"from_name":"confidence","type":"rating","value":{"rating":3},"id":"1c0118753d7d539e4051","to_name":"text","origin":"manual"},{"id":"drawn1","from_name":"verdict","type":"labels","value":{"start":1,"end":7,"labels":["verified"]},"to_name":"text","origin":"manual"}],"task":1,"completed_by":4,"updated_by":4,"was_cancelled":false,"created_at":"2026-03-14T09:00:21Z","updated_at":"2026-03-14T09:00:21Z"}','2829df958e641f98','2026-11-22 22:18:37.654753',1,NULL,'5dfe6c488ff290b7ee28b2fc7d88946451294f7a34f9b8290ce516256fb0b5d1','1@2026-03-14T09:00:01.500000Z');
INSERT INTO "delivery" VALUES(10,'annotation:10@2026-03-14T09:00:22.500000+00:00:2026-03-14T09:00:22.500000+00:00','annotation','10@2026-03-14T09:00:22.500000+00:00',1,'8d1c8abd19590ae829ebf20876e10b3f',3,'2026-03-14 09:00:22.500000','{"id":10,"result":[{"id":"1c0118753d7d539e4051","from_name":"verdict","to_name":"text","type":"labels","value":{"start":0,"end":19,"labels":["claim"]}},{"id":"979fca1258eabc3fc836","from_name":"verdict","to_name":"text","type":"labels","value":{"start":20,"end":47,"labels":["claim"]}},{"id":"00750202a7a888e8fc0b","from_name":"verdict","to_name":"text","type":"labels","value":{"start":48,"end":63,"labels":["claim"]}},{"id":"7b896306bdd48f3d643c","from_name":"verdict","to_name":"text","type":"labels","value":{"start":64,"end":78,"labels":["claim"]}}],"task":1,"completed_by":5,"updated_by":3,"was_cancelled":false,"created_at":"2026-03-14T09:00:22.500000Z","updated_at":"2026-03-14T09:00:22.500000Z"}','2829df958e641f98','2026-11-22 22:18:37.654753',1,'saved by account 3 in the name of 5','dde32ce5c96b371357b57b00ac697d6cbed7f105760e8a18582fb304c6696533','1@2026-03-14T09:00:01.500000Z');
INSERT INTO "delivery" VALUES(11,'annotation:11@2026-03-14T09:00:24+00:00:2026-03-14T09:00:24+00:00','annotation','11@2026-03-14T09:00:24+00:00',1,'8d1c8abd19590ae829ebf20876e10b3f',6,'2026-03-14 09:00:24.000000','{"id":11,"result":[{"id":"1c0118753d7d539e4051","from_name":"verdict","to_name":"text","type":"labels","value":{"start":0,"end":19,"labels":["banana"]}},{"id":"979fca1258eabc3fc836","from_name":"verdict","to_name":"text","type":"labels","value":{"start":20,"end":47,"labels":["claim"]}},{"id":"00750202a7a888e8fc0b","from_name":"verdict","to_name":"text","type":"labels","value":{"start":48,"end":63,"labels":["claim"]}},{"id":"7b896306bdd48f3d643c","from_name":"verdict","to_name":"text","type":"labels","value":{"start":64,"end":78,"labels":["claim"]}}],"task":1,"completed_by":6,"updated_by":6,"was_cancelled":false,"created_at":"2026-03-14T09:00:24Z","updated_at":"2026-03-14T09:00:24Z"}','2829df958e641f98','2026-11-22 22:18:37.654753',1,'the region ''1c0118753d7d539e4051'' carries no label of the label config','82285d8db9ac4be8a45640e87d70ab8161b0a0b435146a2f1bf6cec16f29bfa6','1@2026-03-14T09:00:01.500000Z');
INSERT INTO "delivery" VALUES(12,'annotation:12@2026-03-14T09:00:25.500000+00:00:2026-03-14T09:00:25.500000+00:00','annotation','12@2026-03-14T09:00:25.500000+00:00',1,'8d1c8abd19590ae829ebf20876e10b3f',7,'2026-03-14 09:00:25.500000','{"id":12,"result":[],"task":1,"completed_by":7,"updated_by":7,"was_cancelled":true,"created_at":"2026-03-14T09:00:25.500000Z","updated_at":"2026-03-14T09:00:25.500000Z"}','2829df958e641f98','2026-11-22 22:18:37.654753',1,NULL,'1438e88d3f2cb10b5ed35e18957ac6821cd27a4f64fd31d54ff6d2026bffb800','1@2026-03-14T09:00:01.500000Z');
INSERT INTO "delivery" VALUES(13,'annotation:1@2026-03-14T09:00:09+00:00:2026-03-14T09:00:27+00:00','annotation','1@2026-03-14T09:00:09+00:00',1,'8d1c8abd19590ae829ebf20876e10b3f',2,'2026-03-14 09:00:27.000000','{"id":1,"result":[{"id":"1c0118753d7d539e4051","from_name":"verdict","to_name":"text","type":"labels","value":{"start":0,"end":19,"labels":["unsourced"]}},{"id":"979fca1258eabc3fc836","from_name":"verdict","to_name":"text","type":"labels","value":{"start":20,"end":47,"labels":["not-a-claim"]}},{"id":"00750202a7a888e8fc0b","from_name":"verdict","to_name":"text","type":"labels","value":{"start":48,"end":63,"labels":["verified"]}},{"id":"7b896306bdd48f3d643c","from_name":"verdict","to_name":"text","type":"labels","value":{"start":64,"end":78,"labels":["disputed"]}},{"from_name":"evidence","type":"textarea","value":{"text":["https://example.org/доказ/2"]},"id":"1c0118753d7d539e4051","to_name":"text","origin":"manual"},{"from_name":"note","type":"textarea","value":{"text":["Seite 3 😀\n=1+1"]},"id":"7b896306bdd48f3d643c","to_name":"text","origin":"manual"},{"from_name":"confidence","type":"rating","value":{"rating":3},"id":"1c0118753d7d539e4051","to_name":"text","origin":"manual"},{"id":"drawn2","from_name":"verdict","type":"labels","value":{"start":1,"end":8,"labels":["verified"]},"to_name":"text","origin":"manual"}],"task":1,"completed_by":2,"updated_by":2,"was_cancelled":false,"created_at":"2026-03-14T09:00:09Z","updated_at":"2026-03-14T09:00:27Z"}','2829df958e641f98','2026-11-22 22:18:37.686925',1,NULL,'c258688aac6b32a128399f1248195e1707b4faf2e659c986f9868909e29a549d','1@2026-03-14T09:00:01.500000Z');
INSERT INTO "delivery" VALUES(14,'tombstone:9@2026-03-14T09:00:21+00:00','tombstone','9@2026-03-14T09:00:21+00:00',1,'8d1c8abd19590ae829ebf20876e10b3f',4,NULL,'{}','2829df958e641f98','2026-11-22 22:18:37.695205',1,NULL,'ed6c5518455ec68d4932b16c474626087f16d92a6a34c8a62487bae184d2667a','1@2026-03-14T09:00:01.500000Z');
CREATE TABLE installation (
	id INTEGER NOT NULL, 
	mark VARCHAR NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "installation" VALUES(1,'8fcbcc9c00b64e99a7169b9f08baf182');
CREATE TABLE judgement (
	claim_id VARCHAR NOT NULL, 
	reviewer_id BIGINT NOT NULL, 
	article_id VARCHAR NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	verdict VARCHAR NOT NULL, 
	change VARCHAR, 
	reason VARCHAR, 
	evidence JSON NOT NULL, 
	note VARCHAR, 
	confidence INTEGER, 
	delivery_id BIGINT NOT NULL, 
	said_at DATETIME NOT NULL, 
	config VARCHAR NOT NULL, 
	PRIMARY KEY (claim_id, reviewer_id)
);
INSERT INTO "judgement" VALUES('75d82af2ea907e76c1ed',2,'4c8e25444f5f237457d6e50f77386892',0,16,'verified',NULL,NULL,'["https://example.org/доказ/0"]',NULL,3,3,'2026-03-14 09:00:12.000000','2829df958e641f98');
INSERT INTO "judgement" VALUES('8951f605ec67477804e2',2,'4c8e25444f5f237457d6e50f77386892',1,6,'verified','added',NULL,'[]',NULL,NULL,3,'2026-03-14 09:00:12.000000','2829df958e641f98');
INSERT INTO "judgement" VALUES('77578bf33ff8cb805770',2,'4c8e25444f5f237457d6e50f77386892',17,42,'disputed',NULL,NULL,'[]',NULL,NULL,3,'2026-03-14 09:00:12.000000','2829df958e641f98');
INSERT INTO "judgement" VALUES('5ba4038b70de0be24732',2,'4c8e25444f5f237457d6e50f77386892',43,59,'unsourced',NULL,NULL,'[]','Seite 3 😀
=1+1',NULL,3,'2026-03-14 09:00:12.000000','2829df958e641f98');
INSERT INTO "judgement" VALUES('75d82af2ea907e76c1ed',3,'4c8e25444f5f237457d6e50f77386892',0,16,'verified',NULL,NULL,'["https://example.org/доказ/0"]',NULL,3,4,'2026-03-14 09:00:13.500000','2829df958e641f98');
INSERT INTO "judgement" VALUES('8951f605ec67477804e2',3,'4c8e25444f5f237457d6e50f77386892',1,6,'verified','added',NULL,'[]',NULL,NULL,4,'2026-03-14 09:00:13.500000','2829df958e641f98');
INSERT INTO "judgement" VALUES('77578bf33ff8cb805770',3,'4c8e25444f5f237457d6e50f77386892',17,42,'disputed',NULL,NULL,'[]',NULL,NULL,4,'2026-03-14 09:00:13.500000','2829df958e641f98');
INSERT INTO "judgement" VALUES('5ba4038b70de0be24732',3,'4c8e25444f5f237457d6e50f77386892',43,59,'unsourced',NULL,NULL,'[]','Seite 3 😀
=1+1',NULL,4,'2026-03-14 09:00:13.500000','2829df958e641f98');
INSERT INTO "judgement" VALUES('1db9dcb92a057135b3d8',2,'ca979bd208c62c5520b677bd269cda41',0,40,'verified',NULL,NULL,'["https://example.org/доказ/0"]','Seite 3 😀
=1+1',3,7,'2026-03-14 09:00:18.000000','2829df958e641f98');
INSERT INTO "judgement" VALUES('0f00de4931ed8d78ddf7',2,'ca979bd208c62c5520b677bd269cda41',2,5,'verified','added',NULL,'[]',NULL,NULL,7,'2026-03-14 09:00:18.000000','2829df958e641f98');
INSERT INTO "judgement" VALUES('1db9dcb92a057135b3d8',3,'ca979bd208c62c5520b677bd269cda41',0,40,'verified',NULL,NULL,'["https://example.org/доказ/0"]','Seite 3 😀
=1+1',3,8,'2026-03-14 09:00:19.500000','2829df958e641f98');
INSERT INTO "judgement" VALUES('0f00de4931ed8d78ddf7',3,'ca979bd208c62c5520b677bd269cda41',2,5,'verified','added',NULL,'[]',NULL,NULL,8,'2026-03-14 09:00:19.500000','2829df958e641f98');
INSERT INTO "judgement" VALUES('1d7da0b6e6d565b74ee3',2,'f1982236daf4931fcb02e81a788194c9',0,9,'verified',NULL,NULL,'["https://example.org/доказ/0"]',NULL,3,5,'2026-03-14 09:00:15.000000','2829df958e641f98');
INSERT INTO "judgement" VALUES('65c6be725bdd98c4dd5d',2,'f1982236daf4931fcb02e81a788194c9',1,6,'verified','added',NULL,'[]',NULL,NULL,5,'2026-03-14 09:00:15.000000','2829df958e641f98');
INSERT INTO "judgement" VALUES('e317485b6b24165fbb17',2,'f1982236daf4931fcb02e81a788194c9',9,20,'disputed',NULL,NULL,'[]','Seite 3 😀
=1+1',NULL,5,'2026-03-14 09:00:15.000000','2829df958e641f98');
INSERT INTO "judgement" VALUES('1d7da0b6e6d565b74ee3',3,'f1982236daf4931fcb02e81a788194c9',0,9,'disputed',NULL,NULL,'["https://example.org/доказ/1"]',NULL,3,6,'2026-03-14 09:00:16.500000','2829df958e641f98');
INSERT INTO "judgement" VALUES('14e5378520560c5cac4c',3,'f1982236daf4931fcb02e81a788194c9',1,7,'verified','added',NULL,'[]',NULL,NULL,6,'2026-03-14 09:00:16.500000','2829df958e641f98');
INSERT INTO "judgement" VALUES('e317485b6b24165fbb17',3,'f1982236daf4931fcb02e81a788194c9',9,20,'unsourced',NULL,NULL,'[]','Seite 3 😀
=1+1',NULL,6,'2026-03-14 09:00:16.500000','2829df958e641f98');
INSERT INTO "judgement" VALUES('1c0118753d7d539e4051',3,'8d1c8abd19590ae829ebf20876e10b3f',0,19,'disputed',NULL,NULL,'["https://example.org/доказ/1"]',NULL,3,2,'2026-03-14 09:00:10.500000','2829df958e641f98');
INSERT INTO "judgement" VALUES('a9de2f75236808b72913',3,'8d1c8abd19590ae829ebf20876e10b3f',1,7,'verified','added',NULL,'[]',NULL,NULL,2,'2026-03-14 09:00:10.500000','2829df958e641f98');
INSERT INTO "judgement" VALUES('979fca1258eabc3fc836',3,'8d1c8abd19590ae829ebf20876e10b3f',20,47,'unsourced',NULL,NULL,'[]',NULL,NULL,2,'2026-03-14 09:00:10.500000','2829df958e641f98');
INSERT INTO "judgement" VALUES('00750202a7a888e8fc0b',3,'8d1c8abd19590ae829ebf20876e10b3f',48,63,'not-a-claim',NULL,NULL,'[]',NULL,NULL,2,'2026-03-14 09:00:10.500000','2829df958e641f98');
INSERT INTO "judgement" VALUES('7b896306bdd48f3d643c',3,'8d1c8abd19590ae829ebf20876e10b3f',64,78,'verified',NULL,NULL,'[]','Seite 3 😀
=1+1',NULL,2,'2026-03-14 09:00:10.500000','2829df958e641f98');
INSERT INTO "judgement" VALUES('1c0118753d7d539e4051',2,'8d1c8abd19590ae829ebf20876e10b3f',0,19,'unsourced',NULL,NULL,'["https://example.org/доказ/2"]',NULL,3,13,'2026-03-14 09:00:27.000000','2829df958e641f98');
INSERT INTO "judgement" VALUES('4480b1ca5d7e8b38272f',2,'8d1c8abd19590ae829ebf20876e10b3f',1,8,'verified','added',NULL,'[]',NULL,NULL,13,'2026-03-14 09:00:27.000000','2829df958e641f98');
INSERT INTO "judgement" VALUES('979fca1258eabc3fc836',2,'8d1c8abd19590ae829ebf20876e10b3f',20,47,'not-a-claim',NULL,NULL,'[]',NULL,NULL,13,'2026-03-14 09:00:27.000000','2829df958e641f98');
INSERT INTO "judgement" VALUES('00750202a7a888e8fc0b',2,'8d1c8abd19590ae829ebf20876e10b3f',48,63,'verified',NULL,NULL,'[]',NULL,NULL,13,'2026-03-14 09:00:27.000000','2829df958e641f98');
INSERT INTO "judgement" VALUES('7b896306bdd48f3d643c',2,'8d1c8abd19590ae829ebf20876e10b3f',64,78,'disputed',NULL,NULL,'[]','Seite 3 😀
=1+1',NULL,13,'2026-03-14 09:00:27.000000','2829df958e641f98');
CREATE TABLE lease (
	name VARCHAR NOT NULL, 
	fence BIGINT NOT NULL, 
	holder VARCHAR NOT NULL, 
	taken_at DATETIME NOT NULL, 
	PRIMARY KEY (name)
);
INSERT INTO "lease" VALUES('publish',0,'','2026-11-22 22:18:37.426250');
INSERT INTO "lease" VALUES('pull',4,'vm:31569','2026-11-22 22:18:37.705252');
CREATE TABLE publication (
	article_id VARCHAR NOT NULL, 
	project_id INTEGER NOT NULL, 
	task_id INTEGER NOT NULL, 
	seen VARCHAR, 
	sure BOOLEAN NOT NULL, 
	PRIMARY KEY (article_id), 
	FOREIGN KEY(article_id) REFERENCES article (id)
);
INSERT INTO "publication" VALUES('8d1c8abd19590ae829ebf20876e10b3f',1,1,'2026-03-14T09:00:28.500000Z',0);
INSERT INTO "publication" VALUES('4c8e25444f5f237457d6e50f77386892',1,2,'2026-03-14T09:00:13.500000Z',1);
INSERT INTO "publication" VALUES('f1982236daf4931fcb02e81a788194c9',1,3,'2026-03-14T09:00:16.500000Z',1);
INSERT INTO "publication" VALUES('ca979bd208c62c5520b677bd269cda41',1,4,'2026-03-14T09:00:19.500000Z',1);
CREATE TABLE reconciliation (
	id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	depth VARCHAR NOT NULL, 
	tasks INTEGER NOT NULL, 
	received INTEGER NOT NULL, 
	vanished INTEGER NOT NULL, 
	seconds FLOAT NOT NULL, 
	trouble VARCHAR, 
	PRIMARY KEY (id)
);
INSERT INTO "reconciliation" VALUES(1,'2026-11-22 22:18:37.646646','inventory',4,8,0,0.081,NULL);
CREATE TABLE reviewer (
	id BIGINT NOT NULL, 
	email VARCHAR, 
	joined VARCHAR, 
	"key" VARCHAR NOT NULL, 
	pseudonym VARCHAR NOT NULL, 
	erased_at DATETIME, 
	PRIMARY KEY (id), 
	UNIQUE (pseudonym)
);
INSERT INTO "reviewer" VALUES(2,'r2@example.org','2026-01-02T00:00:00Z','6ca336e4c6d97e25216f62b15ff0c0c5896ca6415fdb712dcaae93a7a64577ab','r-2b1a4a5ac212',NULL);
INSERT INTO "reviewer" VALUES(3,'r3@example.org','2026-01-03T00:00:00Z','9be67b7015c8684b54cc788284a584a09bc7ca4bf46171157e14abccd79ecbc9','r-c415d2e41250',NULL);
INSERT INTO "reviewer" VALUES(4,'r4@example.org','2026-01-04T00:00:00Z','1e8306a5afb30c64f69d1ec99b265a94fce4adf0a477a44cf7f2a48d3712d217','r-a0cfd3bac383',NULL);
INSERT INTO "reviewer" VALUES(6,'r6@example.org','2026-01-06T00:00:00Z','367c40a992501be647176c8f46899e8b843aa54dc3ee23f9d211efc1973648b5','r-e608dffe2f30',NULL);
INSERT INTO "reviewer" VALUES(7,'r7@example.org','2026-01-07T00:00:00Z','584586889404f708b0ee41871761f2a1d01ad09c16494989b6fa2f3024e4a2ee','r-fc1bdce5e842',NULL);
CREATE TABLE ring (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	digest VARCHAR NOT NULL, 
	body BLOB NOT NULL, 
	arrived_at DATETIME NOT NULL, 
	outcome VARCHAR, 
	why VARCHAR, 
	UNIQUE (digest)
);
CREATE TABLE segment (
	id VARCHAR NOT NULL, 
	article_id VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	role VARCHAR NOT NULL, 
	language VARCHAR, 
	PRIMARY KEY (id), 
	FOREIGN KEY(article_id) REFERENCES article (id)
);
INSERT INTO "segment" VALUES('1c0118753d7d539e4051','8d1c8abd19590ae829ebf20876e10b3f',0,0,19,'body','en');
INSERT INTO "segment" VALUES('979fca1258eabc3fc836','8d1c8abd19590ae829ebf20876e10b3f',1,20,47,'body','en');
INSERT INTO "segment" VALUES('00750202a7a888e8fc0b','8d1c8abd19590ae829ebf20876e10b3f',2,48,63,'body','en');
INSERT INTO "segment" VALUES('7b896306bdd48f3d643c','8d1c8abd19590ae829ebf20876e10b3f',3,64,78,'body','en');
INSERT INTO "segment" VALUES('75d82af2ea907e76c1ed','4c8e25444f5f237457d6e50f77386892',0,0,16,'body','uk');
INSERT INTO "segment" VALUES('77578bf33ff8cb805770','4c8e25444f5f237457d6e50f77386892',1,17,42,'body','uk');
INSERT INTO "segment" VALUES('5ba4038b70de0be24732','4c8e25444f5f237457d6e50f77386892',2,43,59,'body','uk');
INSERT INTO "segment" VALUES('1d7da0b6e6d565b74ee3','f1982236daf4931fcb02e81a788194c9',0,0,9,'body','ja');
INSERT INTO "segment" VALUES('e317485b6b24165fbb17','f1982236daf4931fcb02e81a788194c9',1,9,20,'body','ja');
INSERT INTO "segment" VALUES('1db9dcb92a057135b3d8','ca979bd208c62c5520b677bd269cda41',0,0,40,'title','ar');
CREATE TABLE standing (
	annotation VARCHAR NOT NULL, 
	delivery_id BIGINT NOT NULL, 
	project VARCHAR NOT NULL, 
	task_id INTEGER NOT NULL, 
	article_id VARCHAR NOT NULL, 
	gone BOOLEAN NOT NULL, 
	PRIMARY KEY (annotation)
);
INSERT INTO "standing" VALUES('1@2026-03-14T09:00:09+00:00',13,'1@2026-03-14T09:00:01.500000Z',1,'8d1c8abd19590ae829ebf20876e10b3f',0);
INSERT INTO "standing" VALUES('2@2026-03-14T09:00:10.500000+00:00',2,'1@2026-03-14T09:00:01.500000Z',1,'8d1c8abd19590ae829ebf20876e10b3f',0);
INSERT INTO "standing" VALUES('3@2026-03-14T09:00:12+00:00',3,'1@2026-03-14T09:00:01.500000Z',2,'4c8e25444f5f237457d6e50f77386892',0);
INSERT INTO "standing" VALUES('4@2026-03-14T09:00:13.500000+00:00',4,'1@2026-03-14T09:00:01.500000Z',2,'4c8e25444f5f237457d6e50f77386892',0);
INSERT INTO "standing" VALUES('5@2026-03-14T09:00:15+00:00',5,'1@2026-03-14T09:00:01.500000Z',3,'f1982236daf4931fcb02e81a788194c9',0);
INSERT INTO "standing" VALUES('6@2026-03-14T09:00:16.500000+00:00',6,'1@2026-03-14T09:00:01.500000Z',3,'f1982236daf4931fcb02e81a788194c9',0);
INSERT INTO "standing" VALUES('7@2026-03-14T09:00:18+00:00',7,'1@2026-03-14T09:00:01.500000Z',4,'ca979bd208c62c5520b677bd269cda41',0);
INSERT INTO "standing" VALUES('8@2026-03-14T09:00:19.500000+00:00',8,'1@2026-03-14T09:00:01.500000Z',4,'ca979bd208c62c5520b677bd269cda41',0);
INSERT INTO "standing" VALUES('9@2026-03-14T09:00:21+00:00',14,'1@2026-03-14T09:00:01.500000Z',1,'8d1c8abd19590ae829ebf20876e10b3f',1);
INSERT INTO "standing" VALUES('10@2026-03-14T09:00:22.500000+00:00',10,'1@2026-03-14T09:00:01.500000Z',1,'8d1c8abd19590ae829ebf20876e10b3f',0);
INSERT INTO "standing" VALUES('11@2026-03-14T09:00:24+00:00',11,'1@2026-03-14T09:00:01.500000Z',1,'8d1c8abd19590ae829ebf20876e10b3f',0);
INSERT INTO "standing" VALUES('12@2026-03-14T09:00:25.500000+00:00',12,'1@2026-03-14T09:00:01.500000Z',1,'8d1c8abd19590ae829ebf20876e10b3f',0);
CREATE TABLE token (
	id VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	role VARCHAR NOT NULL, 
	digest VARCHAR NOT NULL, 
	reviewer_id BIGINT, 
	created_at DATETIME NOT NULL, 
	expires_at DATETIME NOT NULL, 
	revoked_at DATETIME, 
	PRIMARY KEY (id), 
	UNIQUE (digest)
);
CREATE INDEX ix_article_story ON article (story);
CREATE INDEX ix_segment_article_id ON segment (article_id);
CREATE INDEX ix_publication_task_id ON publication (task_id);
CREATE INDEX ix_delivery_annotation ON delivery (annotation);
CREATE INDEX ix_delivery_task_id ON delivery (task_id);
CREATE INDEX ix_delivery_article_id ON delivery (article_id);
CREATE INDEX ix_judgement_article_id ON judgement (article_id);
CREATE INDEX ix_consensus_state ON consensus (state);
CREATE INDEX ix_consensus_article_id ON consensus (article_id);
CREATE INDEX ix_consensus_verdict ON consensus (verdict);
CREATE INDEX ix_delivery_waiting ON delivery (id) WHERE handled IS 0;
CREATE INDEX ix_publication_seen ON publication (project_id, seen);
CREATE INDEX ix_publication_sure ON publication (project_id, sure, seen);
CREATE INDEX ix_standing_task_id ON standing (task_id);
CREATE INDEX ix_ring_outcome ON ring (outcome);
DELETE FROM "sqlite_sequence";
COMMIT;
