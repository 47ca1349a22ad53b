BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0004');
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
	loaded_at DATETIME NOT NULL, known_from JSON DEFAULT '{}' NOT NULL, segmenter INTEGER DEFAULT '1' NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "article" VALUES('8d1c8abd19590ae829ebf20876e10b3f','The “pier” is shut. 🚢 Eleven piles are cracked. The mayor knew. She denies it.','Pier, shut',NULL,NULL,NULL,NULL,'en','pier',NULL,NULL,'pier.txt','2026-11-30 03:26:55.889914','{"title":"front matter","language":"front matter","story":"front matter"}',2);
INSERT INTO "article" VALUES('4c8e25444f5f237457d6e50f77386892','Причал зачинено. Одинадцять паль тріснули. Мер знав про це.','Причал зачинено. Одинадцять паль тріснули. Мер знав про це.',NULL,NULL,NULL,NULL,'uk','pier',NULL,NULL,'pier-uk.txt','2026-11-30 03:26:55.889915','{"title":"text","language":"front matter","story":"front matter"}',2);
INSERT INTO "article" VALUES('f1982236daf4931fcb02e81a788194c9','桟橋は閉鎖された。杭が十一本ひび割れた。','桟橋は閉鎖された。杭が十一本ひび割れた。',NULL,NULL,NULL,NULL,'ja','pier',NULL,NULL,'pier-ja.txt','2026-11-30 03:26:55.889916','{"title":"text","language":"front matter","story":"front matter"}',2);
INSERT INTO "article" VALUES('ca979bd208c62c5520b677bd269cda41','أُغلق الرصيف. تشققت إحدى عشرة دعامة. 𝒜 😀','أُغلق الرصيف. تشققت إحدى عشرة دعامة. 𝒜 😀',NULL,NULL,NULL,NULL,'ar',NULL,NULL,NULL,'pier-ar.txt','2026-11-30 03:26:55.889917','{"title":"text","language":"front matter"}',2);
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
	why VARCHAR NOT NULL, reason VARCHAR, robust BOOLEAN, flips JSON DEFAULT '[]' NOT NULL, support FLOAT, policy VARCHAR DEFAULT '' NOT NULL, 
	PRIMARY KEY (claim_id)
);
INSERT INTO "consensus" VALUES('0f00de4931ed8d78ddf7','ca979bd208c62c5520b677bd269cda41',2,5,'agreed','verified','{"verified":2,"disputed":0,"unsourced":0,"not-a-claim":0}',0,2,8.6424264003579986948e-01,1,'all agree',NULL,0,'["two-origins"]',1.0,'1:min=2,strict=0,labels=5b38bb4f');
INSERT INTO "consensus" VALUES('1d7da0b6e6d565b74ee3','f1982236daf4931fcb02e81a788194c9',0,9,'contested',NULL,'{"verified":1,"disputed":1,"unsourced":0,"not-a-claim":0}',0,0,NULL,0,'no verdict above half',NULL,NULL,'[]',NULL,'1:min=2,strict=0,labels=5b38bb4f');
INSERT INTO "consensus" VALUES('1db9dcb92a057135b3d8','ca979bd208c62c5520b677bd269cda41',0,40,'agreed','verified','{"verified":2,"disputed":0,"unsourced":0,"not-a-claim":0}',0,2,8.6424264003579986948e-01,1,'all agree',NULL,0,'["two-origins"]',NULL,'1:min=2,strict=0,labels=5b38bb4f');
INSERT INTO "consensus" VALUES('5ba4038b70de0be24732','4c8e25444f5f237457d6e50f77386892',43,59,'agreed','unsourced','{"verified":0,"disputed":0,"unsourced":2,"not-a-claim":0}',0,2,8.6424264003579986948e-01,1,'all agree',NULL,1,'[]',NULL,'1:min=2,strict=0,labels=5b38bb4f');
INSERT INTO "consensus" VALUES('65c6be725bdd98c4dd5d','f1982236daf4931fcb02e81a788194c9',1,6,'agreed','verified','{"verified":2,"disputed":0,"unsourced":0,"not-a-claim":0}',0,2,8.6424264003579986948e-01,1,'all agree',NULL,0,'["two-origins"]',1.0,'1:min=2,strict=0,labels=5b38bb4f');
INSERT INTO "consensus" VALUES('75d82af2ea907e76c1ed','4c8e25444f5f237457d6e50f77386892',0,16,'agreed','verified','{"verified":2,"disputed":0,"unsourced":0,"not-a-claim":0}',0,2,8.6424264003579986948e-01,1,'all agree',NULL,0,'["two-origins"]',NULL,'1:min=2,strict=0,labels=5b38bb4f');
INSERT INTO "consensus" VALUES('77578bf33ff8cb805770','4c8e25444f5f237457d6e50f77386892',17,42,'agreed','disputed','{"verified":0,"disputed":2,"unsourced":0,"not-a-claim":0}',0,2,8.6424264003579986948e-01,1,'all agree',NULL,0,'["two-origins"]',NULL,'1:min=2,strict=0,labels=5b38bb4f');
INSERT INTO "consensus" VALUES('8951f605ec67477804e2','4c8e25444f5f237457d6e50f77386892',1,6,'agreed','verified','{"verified":2,"disputed":0,"unsourced":0,"not-a-claim":0}',0,2,8.6424264003579986948e-01,1,'all agree',NULL,0,'["two-origins"]',1.0,'1:min=2,strict=0,labels=5b38bb4f');
INSERT INTO "consensus" VALUES('e317485b6b24165fbb17','f1982236daf4931fcb02e81a788194c9',9,20,'contested',NULL,'{"verified":0,"disputed":1,"unsourced":1,"not-a-claim":0}',0,0,NULL,0,'no verdict above half',NULL,NULL,'[]',NULL,'1:min=2,strict=0,labels=5b38bb4f');
INSERT INTO "consensus" VALUES('00750202a7a888e8fc0b','8d1c8abd19590ae829ebf20876e10b3f',48,63,'contested',NULL,'{"verified":1,"disputed":0,"unsourced":0,"not-a-claim":1}',0,0,NULL,0,'no verdict above half',NULL,NULL,'[]',NULL,'1:min=2,strict=0,labels=5b38bb4f');
INSERT INTO "consensus" VALUES('1c0118753d7d539e4051','8d1c8abd19590ae829ebf20876e10b3f',0,19,'contested',NULL,'{"verified":0,"disputed":1,"unsourced":1,"not-a-claim":0}',0,0,NULL,0,'no verdict above half',NULL,NULL,'[]',NULL,'1:min=2,strict=0,labels=5b38bb4f');
INSERT INTO "consensus" VALUES('7b896306bdd48f3d643c','8d1c8abd19590ae829ebf20876e10b3f',64,78,'contested',NULL,'{"verified":1,"disputed":1,"unsourced":0,"not-a-claim":0}',0,0,NULL,0,'no verdict above half',NULL,NULL,'[]',NULL,'1:min=2,strict=0,labels=5b38bb4f');
INSERT INTO "consensus" VALUES('979fca1258eabc3fc836','8d1c8abd19590ae829ebf20876e10b3f',20,47,'contested',NULL,'{"verified":0,"disputed":0,"unsourced":1,"not-a-claim":1}',0,0,NULL,0,'no verdict above half',NULL,NULL,'[]',NULL,'1:min=2,strict=0,labels=5b38bb4f');
INSERT INTO "consensus" VALUES('a9de2f75236808b72913','8d1c8abd19590ae829ebf20876e10b3f',1,7,'agreed','verified','{"verified":2,"disputed":0,"unsourced":0,"not-a-claim":0}',0,2,8.6424264003579986948e-01,1,'all agree',NULL,0,'["two-origins"]',1.0,'1:min=2,strict=0,labels=5b38bb4f');
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
INSERT INTO "delivery" VALUES(1,'annotation:1@2026-03-14T09:00:09+00:00:2026-03-14T09:00:09+00:00','annotation','1@2026-03-14T09:00:09+00:00',1,'8d1c8abd19590ae829ebf20876e10b3f',2,'2026-03-14 09:00:09.000000','{"id":1,"result":[{"id":"1c0118753d7d539e4051","from_name":"verdict","to_name":"text","type":"labels","value":{"start":0,"end":19,"labels":["verified"]}},{"id":"979fca1258eabc3fc836","from_name":"verdict","to_name":"text","type":"labels","value":{"start":20,"end":47,"labels":["disputed"]}},{"id":"00750202a7a888e8fc0b","from_name":"verdict","to_name":"text","type":"labels","value":{"start":48,"end":63,"labels":["unsourced"]}},{"id":"7b896306bdd48f3d643c","from_name":"verdict","to_name":"text","type":"labels","value":{"start":64,"end":78,"labels":["not-a-claim"]}},{"from_name":"evidence","type":"textarea","value":{"text":["https://example.org/доказ/0"]},"id":"1c0118753d7d539e4051","to_name":"text","origin":"manual"},{"from_name":"note","type":"textarea","value":{"text":["Seite 3 😀\n=1+1"]},"id":"7b896306bdd48f3d643c","to_name":"text","origin":"manual"},{"from_name":"confidence","type":"rating","value":{"rating":3},"id":"1c0118753d7d539e4051","to_name":"text","origin":"manual"},{"id":"drawn0","from_name":"verdict","type":"labels","value":{"start":1,"end":6,"labels":["verified"]},"to_name":"text","origin":"manual"}],"task":1,"completed_by":2,"updated_by":2,"was_cancelled":false,"created_at":"2026-03-14T09:00:09Z","updated_at":"2026-03-14T09:00:09Z"}','73e03e6b303e1e89','2026-11-30 03:26:56.806533',1,NULL,'502b431d8c57faec3c66e0e1d6e0b8a4ae4dd87c1201b7d73b106a3e0be72b02','1@2026-03-14T09:00:01.500000Z');
INSERT INTO "delivery" VALUES(2,'annotation:2@2026-03-14T09:00:10.500000+00:00:2026-03-14T09:00:10.500000+00:00','annotation','2@2026-03-14T09:00:10.500000+00:00',1,'8d1c8abd19590ae829ebf20876e10b3f',3,'2026-03-14 09:00:10.500000','{"id":2,"result":[{"id":"1c0118753d7d539e4051","from_name":"verdict","to_name":"text","type":"labels","value":{"start":0,"end":19,"labels":["disputed"]}},{"id":"979fca1258eabc3fc836","from_name":"verdict","to_name":"text","type":"labels","value":{"start":20,"end":47,"labels":["unsourced"]}},{"id":"00750202a7a888e8fc0b","from_name":"verdict","to_name":"text","type":"labels","value":{"start":48,"end":63,"labels":["not-a-claim"]}},{"id":"7b896306bdd48f3d643c","from_name":"verdict","to_name":"text","type":"labels","value":{"start":64,"end":78,"labels":["verified"]}},{"from_name":"evidence","type":"textarea","value":{"text":["https://example.org/доказ/1"]},"id":"1c0118753d7d539e4051","to_name":"text","origin":"manual"},{"from_name":"note","type":"textarea","value":{"text":["Seite 3 😀\n=1+1"]},"id":"7b896306bdd48f3d643c","to_name":"text","origin":"manual"},{"from_name":"confidence","type":"rating","value":{"rating":3},"id":"1c0118753d7d539e4051","to_name":"text","origin":"manual"},{"id":"drawn1","from_name":"verdict","type":"labels","value":{"start":1,"end":7,"labels":["verified"]},"to_name":"text","origin":"manual"}],"task":1,"completed_by":3,"updated_by":3,"was_cancelled":false,"created_at":"2026-03-14T09:00:10.500000Z","updated_at":"2026-03-14T09:00:10.500000Z"}','73e03e6b303e1e89','2026-11-30 03:26:56.806533',1,NULL,'3fa5ec1ccb77feaf106ad43d93cb7d9ade004f97a9d6920d99c8871743934101','1@2026-03-14T09:00:01.500000Z');
INSERT INTO "delivery" VALUES(3,'annotation:3@2026-03-14T09:00:12+00:00:2026-03-14T09:00:12+00:00','annotation','3@2026-03-14T09:00:12+00:00',2,'4c8e25444f5f237457d6e50f77386892',2,'2026-03-14 09:00:12.000000','{"id":3,"result":[{"id":"75d82af2ea907e76c1ed","from_name":"verdict","to_name":"text","type":"labels","value":{"start":0,"end":16,"labels":["verified"]}},{"id":"77578bf33ff8cb805770","from_name":"verdict","to_name":"text","type":"labels","value":{"start":17,"end":42,"labels":["disputed"]}},{"id":"5ba4038b70de0be24732","from_name":"verdict","to_name":"text","type":"labels","value":{"start":43,"end":59,"labels":["unsourced"]}},{"from_name":"evidence","type":"textarea","value":{"text":["https://example.org/доказ/0"]},"id":"75d82af2ea907e76c1ed","to_name":"text","origin":"manual"},{"from_name":"note","type":"textarea","value":{"text":["Seite 3 😀\n=1+1"]},"id":"5ba4038b70de0be24732","to_name":"text","origin":"manual"},{"from_name":"confidence","type":"rating","value":{"rating":3},"id":"75d82af2ea907e76c1ed","to_name":"text","origin":"manual"},{"id":"drawn0","from_name":"verdict","type":"labels","value":{"start":1,"end":6,"labels":["verified"]},"to_name":"text","origin":"manual"}],"task":2,"completed_by":2,"updated_by":2,"was_cancelled":false,"created_at":"2026-03-14T09:00:12Z","updated_at":"2026-03-14T09:00:12Z"}','73e03e6b303e1e89','2026-11-30 03:26:56.806855',1,NULL,'a21d71acea7abb40c60f5c8e0d25de4d66bba51c64dbe2cd0e51f97cac04ff47','1@2026-03-14T09:00:01.500000Z');
INSERT INTO "delivery" VALUES(4,'annotation:4@2026-03-14T09:00:13.500000+00:00:2026-03-14T09:00:13.500000+00:00','annotation','4@2026-03-14T09:00:13.500000+00:00',2,'4c8e25444f5f237457d6e50f77386892',3,'2026-03-14 09:00:13.500000','{"id":4,"result":[{"id":"75d82af2ea907e76c1ed","from_name":"verdict","to_name":"text","type":"labels","value":{"start":0,"end":16,"labels":["verified"]}},{"id":"77578bf33ff8cb805770","from_name":"verdict","to_name":"text","type":"labels","value":{"start":17,"end":42,"labels":["disputed"]}},{"id":"5ba4038b70de0be24732","from_name":"verdict","to_name":"text","type":"labels","value":{"start":43,"end":59,"labels":["unsourced"]}},{"from_name":"evidence","type":"textarea","value":{"text":["https://example.org/доказ/0"]},"id":"75d82af2ea907e76c1ed","to_name":"text","origin":"manual"},{"from_name":"note","type":"textarea","value":{"text":["Seite 3 😀\n=1+1"]},"id":"5ba4038b70de0be24732","to_name":"text","origin":"manual"},{"from_name":"confidence","type":"rating","value":{"rating":3},"id":"75d82af2ea907e76c1ed","to_name":"text","origin":"manual"},{"id":"drawn0","from_name":"verdict","type":"labels","value":{"start":1,"end":6,"labels":["verified"]},"to_name":"text","origin":"manual"}],"task":2,"completed_by":3,"updated_by":3,"was_cancelled":false,"created_at":"2026-03-14T09:00:13.500000Z","updated_at":"2026-03-14T09:00:13.500000Z"}','73e03e6b303e1e89','2026-11-30 03:26:56.806855',1,NULL,'8afce1ec2e873a2300e83ec1b7267b56e759f9eb277ce3c0664f0512091d7f59','1@2026-03-14T09:00:01.500000Z');
INSERT INTO "delivery" VALUES(5,'annotation:5@2026-03-14T09:00:15+00:00:2026-03-14T09:00:15+00:00','annotation','5@2026-03-14T09:00:15+00:00',3,'f1982236daf4931fcb02e81a788194c9',2,'2026-03-14 09:00:15.000000','{"id":5,"result":[{"id":"1d7da0b6e6d565b74ee3","from_name":"verdict","to_name":"text","type":"labels","value":{"start":0,"end":9,"labels":["verified"]}},{"id":"e317485b6b24165fbb17","from_name":"verdict","to_name":"text","type":"labels","value":{"start":9,"end":20,"labels":["disputed"]}},{"from_name":"evidence","type":"textarea","value":{"text":["https://example.org/доказ/0"]},"id":"1d7da0b6e6d565b74ee3","to_name":"text","origin":"manual"},{"from_name":"note","type":"textarea","value":{"text":["Seite 3 😀\n=1+1"]},"id":"e317485b6b24165fbb17","to_name":"text","origin":"manual"},{"from_name":"confidence","type":"rating","value":{"rating":3},"id":"1d7da0b6e6d565b74ee3","to_name":"text","origin":"manual"},{"id":"drawn0","from_name":"verdict","type":"labels","value":{"start":1,"end":6,"labels":["verified"]},"to_name":"text","origin":"manual"}],"task":3,"completed_by":2,"updated_by":2,"was_cancelled":false,"created_at":"2026-03-14T09:00:15Z","updated_at":"2026-03-14T09:00:15Z"}','73e03e6b303e1e89','2026-11-30 03:26:56.806986',1,NULL,'a3313353623e4a4e1ae3c8cb2a31645d9c2d38b02d41171dcd210536d0f7db95','1@2026-03-14T09:00:01.500000Z');
INSERT INTO "delivery" VALUES(6,'annotation:6@2026-03-14T09:00:16.500000+00:00:2026-03-14T09:00:16.500000+00:00','annotation','6@2026-03-14T09:00:16.500000+00:00',3,'f1982236daf4931fcb02e81a788194c9',3,'2026-03-14 09:00:16.500000','{"id":6,"result":[{"id":"1d7da0b6e6d565b74ee3","from_name":"verdict","to_name":"text","type":"labels","value":{"start":0,"end":9,"labels":["disputed"]}},{"id":"e317485b6b24165fbb17","from_name":"verdict","to_name":"text","type":"labels","value":{"start":9,"end":20,"labels":["unsourced"]}},{"from_name":"evidence","type":"textarea","value":{"text":["https://example.org/доказ/1"]},"id":"1d7da0b6e6d565b74ee3","to_name":"text","origin":"manual"},{"from_name":"note","type":"textarea","value":{"text":["Seite 3 😀\n=1+1"]},"id":"e317485b6b24165fbb17","to_name":"text","origin":"manual"},{"from_name":"confidence","type":"rating","value":{"rating":3},"id":"1d7da0b6e6d565b74ee3","to_name":"text","origin":"manual"},{"id":"drawn1","from_name":"verdict","type":"labels","value":{"start":1,"end":7,"labels":["verified"]},"to_name":"text","origin":"manual"}],"task":3,"completed_by":3,"updated_by":3,"was_cancelled":false,"created_at":"2026-03-14T09:00:16.500000Z","updated_at":"2026-03-14T09:00:16.500000Z"}','73e03e6b303e1e89','2026-11-30 03:26:56.806986',1,NULL,'4044b5e262804720a8f40672ac2e75525acb7cb9db70905344ca65a04e6c3e6b','1@2026-03-14T09:00:01.500000Z');
INSERT INTO "delivery" VALUES(7,'annotation:7@2026-03-14T09:00:18+00:00:2026-03-14T09:00:18+00:00','annotation','7@2026-03-14T09:00:18+00:00',4,'ca979bd208c62c5520b677bd269cda41',2,'2026-03-14 09:00:18.000000','{"id":7,"result":[{"id":"1db9dcb92a057135b3d8","from_name":"verdict","to_name":"text","type":"labels","value":{"start":0,"end":40,"labels":["verified"]}},{"from_name":"evidence","type":"textarea","value":{"text":["https://example.org/доказ/0"]},"id":"1db9dcb92a057135b3d8","to_name":"text","origin":"manual"},{"from_name":"note","type":"textarea","value":{"text":["Seite 3 😀\n=1+1"]},"id":"1db9dcb92a057135b3d8","to_name":"text","origin":"manual"},{"from_name":"confidence","type":"rating","value":{"rating":3},"id":"1db9dcb92a057135b3d8","to_name":"text","origin":"manual"},{"id":"drawn0","from_name":"verdict","type":"labels","value":{"start":1,"end":6,"labels":["verified"]},"to_name":"text","origin":"manual"}],"task":4,"completed_by":2,"updated_by":2,"was_cancelled":false,"created_at":"2026-03-14T09:00:18Z","updated_at":"2026-03-14T09:00:18Z"}','73e03e6b303e1e89','2026-11-30 03:26:56.807103',1,NULL,'abaa7d63bb6e8b1e9d68169b8b2a4a5632dab0d3a917a84243356ad122e082bf','1@2026-03-14T09:00:01.500000Z');
INSERT INTO "delivery" VALUES(8,'annotation:8@2026-03-14T09:00:19.500000+00:00:2026-03-14T09:00:19.500000+00:00','annotation','8@2026-03-14T09:00:19.500000+00:00',4,'ca979bd208c62c5520b677bd269cda41',3,'2026-03-14 09:00:19.500000','{"id":8,"result":[{"id":"1db9dcb92a057135b3d8","from_name":"verdict","to_name":"text","type":"labels","value":{"start":0,"end":40,"labels":["verified"]}},{"from_name":"evidence","type":"textarea","value":{"text":["https://example.org/доказ/0"]},"id":"1db9dcb92a057135b3d8","to_name":"text","origin":"manual"},{"from_name":"note","type":"textarea","value":{"text":["Seite 3 😀\n=1+1"]},"id":"1db9dcb92a057135b3d8","to_name":"text","origin":"manual"},{"from_name":"confidence","type":"rating","value":{"rating":3},"id":"1db9dcb92a057135b3d8","to_name":"text","origin":"manual"},{"id":"drawn0","from_name":"verdict","type":"labels","value":{"start":1,"end":6,"labels":["verified"]},"to_name":"text","origin":"manual"}],"task":4,"completed_by":3,"updated_by":3,"was_cancelled":false,"created_at":"2026-03-14T09:00:19.500000Z","updated_at":"2026-03-14T09:00:19.500000Z"}','73e03e6b303e1e89','2026-11-30 03:26:56.807103',1,NULL,'283d31ca9771dae8886d20ed189f39387937758decdccdf2bd382c0b9a4d97d8','1@2026-03-14T09:00:01.500000Z');
INSERT INTO "delivery" VALUES(9,'annotation:9@2026-03-14T09:00:21+00:00:2026-03-14T09:00:21+00:00','annotation','9@2026-03-14T09:00:21+00:00',1,'8d1c8abd19590ae829ebf20876e10b3f',4,'2026-03-14 09:00:21.000000','{"id":9,"result":[{"id":"1c0118753d7d539e4051","from_name":"verdict","to_name":"text","type":"labels","value":{"start":0,"end":19,"labels":["disputed"]}},{"id":"979fca1258eabc3fc836","from_name":"verdict","to_name":"text","type":"labels","value":{"start":20,"end":47,"labels":["unsourced"]}},{"id":"00750202a7a888e8fc0b","from_name":"verdict","to_name":"text","type":"labels","value":{"start":48,"end":63,"labels":["not-a-claim"]}},{"id":"7b896306bdd48f3d643c","from_name":"verdict","to_name":"text","type":"labels","value":{"start":64,"end":78,"labels":["verified"]}},{"from_name":"evidence","type":"textarea","value":{"text":["https://example.org/доказ/1"]},"id":"1c0118753d7d539e4051","to_name":"text","origin":"manual"},{"from_name":"note","type":"textarea","value":{"text":["Seite 3 😀\n=1+1"]},"id":"7b896306bdd48f3d643c","to_name":"text","origin":"manual"},{"from_name":"confidence","type":"rating","value":{"rating":3},"id":"1c0118753d7d539e4051","to_name":"text","origin":"manual"},{"id":"drawn1","from_name":"verdict","type":"labels","value":{"start":1,"end":7,"labels":["verified"]},"to_name":"text","origin":"manual"}],"task":1,"completed_by":4,"updated_by":4,"was_cancelled":false,"created_at":"2026-03-14T09:00:21Z","updated_at":"2026-03-14T09:00:21Z"}','73e03e6b303e1e89','2026-11-30 03:26:56.845153',1,NULL,'856329b15be4f4283a3adc7aa1cbaa95b098604b6ffb859011b1360982dcbcfa','1@2026-03-14T09:00:01.500000Z');
INSERT INTO "delivery" VALUES(10,'annotation:10@2026-03-14T09:00:22.500000+00:00:2026-03-14T09:00:22.500000+00:00','annotation','10@2026-03-14T09:00:22.500000+00:00',1,'8d1c8abd19590ae829ebf20876e10b3f',3,'2026-03-14 09:00:22.500000','{"id":10,"result":[{"id":"1c0118753d7d539e4051","from_name":"verdict","to_name":"text","type":"labels","value":{"start":0,"end":19,"labels":["claim"]}},{"id":"979fca1258eabc3fc836","from_name":"verdict","to_name":"text","type":"labels","value":{"start":20,"end":47,"labels":["claim"]}},{"id":"00750202a7a888e8fc0b","from_name":"verdict","to_name":"text","type":"labels","value":{"start":48,"end":63,"labels":["claim"]}},{"id":"7b896306bdd48f3d643c","from_name":"verdict","to_name":"text","type":"labels","value":{"start":64,"end":78,"labels":["claim"]}}],"task":1,"completed_by":5,"updated_by":3,"was_cancelled":false,"created_at":"2026-03-14T09:00:22.500000Z","updated_at":"2026-03-14T09:00:22.500000Z"}','73e03e6b303e1e89','2026-11-30 03:26:56.845153',1,'saved by account 3 in the name of 5','d89510d471ba2b6aec168b997f64281fa99f369850a91c986c23701ea9d03d50','1@2026-03-14T09:00:01.500000Z');
INSERT INTO "delivery" VALUES(11,'annotation:11@2026-03-14T09:00:24+00:00:2026-03-14T09:00:24+00:00','annotation','11@2026-03-14T09:00:24+00:00',1,'8d1c8abd19590ae829ebf20876e10b3f',6,'2026-03-14 09:00:24.000000','{"id":11,"result":[{"id":"1c0118753d7d539e4051","from_name":"verdict","to_name":"text","type":"labels","value":{"start":0,"end":19,"labels":["banana"]}},{"id":"979fca1258eabc3fc836","from_name":"verdict","to_name":"text","type":"labels","value":{"start":20,"end":47,"labels":["claim"]}},{"id":"00750202a7a888e8fc0b","from_name":"verdict","to_name":"text","type":"labels","value":{"start":48,"end":63,"labels":["claim"]}},{"id":"7b896306bdd48f3d643c","from_name":"verdict","to_name":"text","type":"labels","value":{"start":64,"end":78,"labels":["claim"]}}],"task":1,"completed_by":6,"updated_by":6,"was_cancelled":false,"created_at":"2026-03-14T09:00:24Z","updated_at":"2026-03-14T09:00:24Z"}','73e03e6b303e1e89','2026-11-30 03:26:56.845153',1,'the region ''1c0118753d7d539e4051'' carries no label of the label config','cbdd58e912c5cfbbd5a3a557cf2844fa4e3ae506772ae9f74dfadcf6f7c87d45','1@2026-03-14T09:00:01.500000Z');
INSERT INTO "delivery" VALUES(12,'annotation:12@2026-03-14T09:00:25.500000+00:00:2026-03-14T09:00:25.500000+00:00','annotation','12@2026-03-14T09:00:25.500000+00:00',1,'8d1c8abd19590ae829ebf20876e10b3f',7,'2026-03-14 09:00:25.500000','{"id":12,"result":[],"task":1,"completed_by":7,"updated_by":7,"was_cancelled":true,"created_at":"2026-03-14T09:00:25.500000Z","updated_at":"2026-03-14T09:00:25.500000Z"}','73e03e6b303e1e89','2026-11-30 03:26:56.845153',1,NULL,'8fa628d1d246897f815d1c22d5361111b97da0f9d5417fc1b2206f586021a844','1@2026-03-14T09:00:01.500000Z');
INSERT INTO "delivery" VALUES(13,'annotation:1@2026-03-14T09:00:09+00:00:2026-03-14T09:00:27+00:00','annotation','1@2026-03-14T09:00:09+00:00',1,'8d1c8abd19590ae829ebf20876e10b3f',2,'2026-03-14 09:00:27.000000','{"id":1,"result":[{"id":"1c0118753d7d539e4051","from_name":"verdict","to_name":"text","type":"labels","value":{"start":0,"end":19,"labels":["unsourced"]}},{"id":"979fca1258eabc3fc836","from_name":"verdict","to_name":"text","type":"labels","value":{"start":20,"end":47,"labels":["not-a-claim"]}},{"id":"00750202a7a888e8fc0b","from_name":"verdict","to_name":"text","type":"labels","value":{"start":48,"end":63,"labels":["verified"]}},{"id":"7b896306bdd48f3d643c","from_name":"verdict","to_name":"text","type":"labels","value":{"start":64,"end":78,"labels":["disputed"]}},{"from_name":"evidence","type":"textarea","value":{"text":["https://example.org/доказ/2"]},"id":"1c0118753d7d539e4051","to_name":"text","origin":"manual"},{"from_name":"note","type":"textarea","value":{"text":["Seite 3 😀\n=1+1"]},"id":"7b896306bdd48f3d643c","to_name":"text","origin":"manual"},{"from_name":"confidence","type":"rating","value":{"rating":3},"id":"1c0118753d7d539e4051","to_name":"text","origin":"manual"},{"id":"drawn2","from_name":"verdict","type":"labels","value":{"start":1,"end":8,"labels":["verified"]},"to_name":"text","origin":"manual"}],"task":1,"completed_by":2,"updated_by":2,"was_cancelled":false,"created_at":"2026-03-14T09:00:09Z","updated_at":"2026-03-14T09:00:27Z"}','73e03e6b303e1e89','2026-11-30 03:26:56.867582',1,NULL,'d0669924d16f098f469701d5ff209415349d1178223e949186962edc8433a6e2','1@2026-03-14T09:00:01.500000Z');
INSERT INTO "delivery" VALUES(14,'tombstone:9@2026-03-14T09:00:21+00:00','tombstone','9@2026-03-14T09:00:21+00:00',1,'8d1c8abd19590ae829ebf20876e10b3f',4,NULL,'{}','73e03e6b303e1e89','2026-11-30 03:26:56.871102',1,NULL,'a97a076ebe86c49609da2285c2d5116b5e2ca6f712e4d95052271fb2e91662f4','1@2026-03-14T09:00:01.500000Z');
CREATE TABLE installation (
	id INTEGER NOT NULL, 
	mark VARCHAR NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "installation" VALUES(1,'e4700d63913541549c21221a281a2b34');
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
INSERT INTO "judgement" VALUES('75d82af2ea907e76c1ed',2,'4c8e25444f5f237457d6e50f77386892',0,16,'verified',NULL,NULL,'["https://example.org/доказ/0"]',NULL,3,3,'2026-03-14 09:00:12.000000','73e03e6b303e1e89');
INSERT INTO "judgement" VALUES('8951f605ec67477804e2',2,'4c8e25444f5f237457d6e50f77386892',1,6,'verified','added',NULL,'[]',NULL,NULL,3,'2026-03-14 09:00:12.000000','73e03e6b303e1e89');
INSERT INTO "judgement" VALUES('77578bf33ff8cb805770',2,'4c8e25444f5f237457d6e50f77386892',17,42,'disputed',NULL,NULL,'[]',NULL,NULL,3,'2026-03-14 09:00:12.000000','73e03e6b303e1e89');
INSERT INTO "judgement" VALUES('5ba4038b70de0be24732',2,'4c8e25444f5f237457d6e50f77386892',43,59,'unsourced',NULL,NULL,'[]','Seite 3 😀
=1+1',NULL,3,'2026-03-14 09:00:12.000000','73e03e6b303e1e89');
INSERT INTO "judgement" VALUES('75d82af2ea907e76c1ed',3,'4c8e25444f5f237457d6e50f77386892',0,16,'verified',NULL,NULL,'["https://example.org/доказ/0"]',NULL,3,4,'2026-03-14 09:00:13.500000','73e03e6b303e1e89');
INSERT INTO "judgement" VALUES('8951f605ec67477804e2',3,'4c8e25444f5f237457d6e50f77386892',1,6,'verified','added',NULL,'[]',NULL,NULL,4,'2026-03-14 09:00:13.500000','73e03e6b303e1e89');
INSERT INTO "judgement" VALUES('77578bf33ff8cb805770',3,'4c8e25444f5f237457d6e50f77386892',17,42,'disputed',NULL,NULL,'[]',NULL,NULL,4,'2026-03-14 09:00:13.500000','73e03e6b303e1e89');
INSERT INTO "judgement" VALUES('5ba4038b70de0be24732',3,'4c8e25444f5f237457d6e50f77386892',43,59,'unsourced',NULL,NULL,'[]','Seite 3 😀
=1+1',NULL,4,'2026-03-14 09:00:13.500000','73e03e6b303e1e89');
INSERT INTO "judgement" VALUES('1db9dcb92a057135b3d8',2,'ca979bd208c62c5520b677bd269cda41',0,40,'verified',NULL,NULL,'["https://example.org/доказ/0"]','Seite 3 😀
=1+1',3,7,'2026-03-14 09:00:18.000000','73e03e6b303e1e89');
INSERT INTO "judgement" VALUES('0f00de4931ed8d78ddf7',2,'ca979bd208c62c5520b677bd269cda41',2,5,'verified','added',NULL,'[]',NULL,NULL,7,'2026-03-14 09:00:18.000000','73e03e6b303e1e89');
INSERT INTO "judgement" VALUES('1db9dcb92a057135b3d8',3,'ca979bd208c62c5520b677bd269cda41',0,40,'verified',NULL,NULL,'["https://example.org/доказ/0"]','Seite 3 😀
=1+1',3,8,'2026-03-14 09:00:19.500000','73e03e6b303e1e89');
INSERT INTO "judgement" VALUES('0f00de4931ed8d78ddf7',3,'ca979bd208c62c5520b677bd269cda41',2,5,'verified','added',NULL,'[]',NULL,NULL,8,'2026-03-14 09:00:19.500000','73e03e6b303e1e89');
INSERT INTO "judgement" VALUES('1d7da0b6e6d565b74ee3',2,'f1982236daf4931fcb02e81a788194c9',0,9,'verified',NULL,NULL,'["https://example.org/доказ/0"]',NULL,3,5,'2026-03-14 09:00:15.000000','73e03e6b303e1e89');
INSERT INTO "judgement" VALUES('65c6be725bdd98c4dd5d',2,'f1982236daf4931fcb02e81a788194c9',1,6,'verified','added',NULL,'[]',NULL,NULL,5,'2026-03-14 09:00:15.000000','73e03e6b303e1e89');
INSERT INTO "judgement" VALUES('e317485b6b24165fbb17',2,'f1982236daf4931fcb02e81a788194c9',9,20,'disputed',NULL,NULL,'[]','Seite 3 😀
=1+1',NULL,5,'2026-03-14 09:00:15.000000','73e03e6b303e1e89');
INSERT INTO "judgement" VALUES('1d7da0b6e6d565b74ee3',3,'f1982236daf4931fcb02e81a788194c9',0,9,'disputed',NULL,NULL,'["https://example.org/доказ/1"]',NULL,3,6,'2026-03-14 09:00:16.500000','73e03e6b303e1e89');
INSERT INTO "judgement" VALUES('65c6be725bdd98c4dd5d',3,'f1982236daf4931fcb02e81a788194c9',1,7,'verified','added',NULL,'[]',NULL,NULL,6,'2026-03-14 09:00:16.500000','73e03e6b303e1e89');
INSERT INTO "judgement" VALUES('e317485b6b24165fbb17',3,'f1982236daf4931fcb02e81a788194c9',9,20,'unsourced',NULL,NULL,'[]','Seite 3 😀
=1+1',NULL,6,'2026-03-14 09:00:16.500000','73e03e6b303e1e89');
INSERT INTO "judgement" VALUES('1c0118753d7d539e4051',3,'8d1c8abd19590ae829ebf20876e10b3f',0,19,'disputed',NULL,NULL,'["https://example.org/доказ/1"]',NULL,3,2,'2026-03-14 09:00:10.500000','73e03e6b303e1e89');
INSERT INTO "judgement" VALUES('a9de2f75236808b72913',3,'8d1c8abd19590ae829ebf20876e10b3f',1,7,'verified','added',NULL,'[]',NULL,NULL,2,'2026-03-14 09:00:10.500000','73e03e6b303e1e89');
INSERT INTO "judgement" VALUES('979fca1258eabc3fc836',3,'8d1c8abd19590ae829ebf20876e10b3f',20,47,'unsourced',NULL,NULL,'[]',NULL,NULL,2,'2026-03-14 09:00:10.500000','73e03e6b303e1e89');
INSERT INTO "judgement" VALUES('00750202a7a888e8fc0b',3,'8d1c8abd19590ae829ebf20876e10b3f',48,63,'not-a-claim',NULL,NULL,'[]',NULL,NULL,2,'2026-03-14 09:00:10.500000','73e03e6b303e1e89');
INSERT INTO "judgement" VALUES('7b896306bdd48f3d643c',3,'8d1c8abd19590ae829ebf20876e10b3f',64,78,'verified',NULL,NULL,'[]','Seite 3 😀
=1+1',NULL,2,'2026-03-14 09:00:10.500000','73e03e6b303e1e89');
INSERT INTO "judgement" VALUES('1c0118753d7d539e4051',2,'8d1c8abd19590ae829ebf20876e10b3f',0,19,'unsourced',NULL,NULL,'["https://example.org/доказ/2"]',NULL,3,13,'2026-03-14 09:00:27.000000','73e03e6b303e1e89');
INSERT INTO "judgement" VALUES('a9de2f75236808b72913',2,'8d1c8abd19590ae829ebf20876e10b3f',1,8,'verified','added',NULL,'[]',NULL,NULL,13,'2026-03-14 09:00:27.000000','73e03e6b303e1e89');
INSERT INTO "judgement" VALUES('979fca1258eabc3fc836',2,'8d1c8abd19590ae829ebf20876e10b3f',20,47,'not-a-claim',NULL,NULL,'[]',NULL,NULL,13,'2026-03-14 09:00:27.000000','73e03e6b303e1e89');
INSERT INTO "judgement" VALUES('00750202a7a888e8fc0b',2,'8d1c8abd19590ae829ebf20876e10b3f',48,63,'verified',NULL,NULL,'[]',NULL,NULL,13,'2026-03-14 09:00:27.000000','73e03e6b303e1e89');
INSERT INTO "judgement" VALUES('7b896306bdd48f3d643c',2,'8d1c8abd19590ae829ebf20876e10b3f',64,78,'disputed',NULL,NULL,'[]','Seite 3 😀
=1+1',NULL,13,'2026-03-14 09:00:27.000000','73e03e6b303e1e89');
CREATE TABLE lease (
	name VARCHAR NOT NULL, 
	fence BIGINT NOT NULL, 
	holder VARCHAR NOT NULL, 
	taken_at DATETIME NOT NULL, 
	PRIMARY KEY (name)
);
INSERT INTO "lease" VALUES('publish',0,'','2026-11-30 03:26:56.718825');
INSERT INTO "lease" VALUES('pull',4,'vm:8374','2026-11-30 03:26:56.875592');
CREATE TABLE original (
	article_id VARCHAR NOT NULL, 
	media_type VARCHAR NOT NULL, 
	digest VARCHAR NOT NULL, 
	extractor VARCHAR NOT NULL, 
	body BLOB NOT NULL, 
	PRIMARY KEY (article_id), 
	FOREIGN KEY(article_id) REFERENCES article (id)
);
CREATE TABLE publication (
	article_id VARCHAR NOT NULL, 
	project_id INTEGER NOT NULL, 
	task_id INTEGER NOT NULL, 
	seen VARCHAR, 
	sure BOOLEAN NOT NULL, segmenter INTEGER DEFAULT '1' NOT NULL, 
	PRIMARY KEY (article_id), 
	FOREIGN KEY(article_id) REFERENCES article (id)
);
INSERT INTO "publication" VALUES('8d1c8abd19590ae829ebf20876e10b3f',1,1,'2026-03-14T09:00:28.500000Z',0,2);
INSERT INTO "publication" VALUES('4c8e25444f5f237457d6e50f77386892',1,2,'2026-03-14T09:00:13.500000Z',1,2);
INSERT INTO "publication" VALUES('f1982236daf4931fcb02e81a788194c9',1,3,'2026-03-14T09:00:16.500000Z',1,2);
INSERT INTO "publication" VALUES('ca979bd208c62c5520b677bd269cda41',1,4,'2026-03-14T09:00:19.500000Z',1,2);
CREATE TABLE ranking (
	id INTEGER NOT NULL, 
	fitted_at DATETIME NOT NULL, 
	labels INTEGER NOT NULL, 
	used BOOLEAN NOT NULL, 
	rules_ap FLOAT, 
	model_ap FLOAT, 
	why VARCHAR NOT NULL, 
	model VARCHAR NOT NULL, 
	PRIMARY KEY (id)
);
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
INSERT INTO "reconciliation" VALUES(1,'2026-11-30 03:26:56.839091','inventory',4,8,0,0.039,NULL);
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
INSERT INTO "reviewer" VALUES(2,'r2@example.org','2026-01-02T00:00:00Z','1caab50f70e3026ab811ac53b60366b0ccf9525f67a249dfcacec23f45d57753','r-1bf17e730eb5',NULL);
INSERT INTO "reviewer" VALUES(3,'r3@example.org','2026-01-03T00:00:00Z','6abf0cba284f7374292c666511c77d62f571a8c73ad692c5cf434e0308da47e1','r-854d954746d7',NULL);
INSERT INTO "reviewer" VALUES(4,'r4@example.org','2026-01-04T00:00:00Z','eb9ad718ef9561173d6d35054ca80b6aed12b8710eb9a15d157974ab9c0c263e','r-9a7483623cf0',NULL);
INSERT INTO "reviewer" VALUES(6,'r6@example.org','2026-01-06T00:00:00Z','ccc9b41ca8a952c6f46af8b7618cab2993f3e9ddb8b60ac3a3cfbe1608c68a2b','r-fa3daa1b820c',NULL);
INSERT INTO "reviewer" VALUES(7,'r7@example.org','2026-01-07T00:00:00Z','40158284fb784c557a2d0789bba31387d0d280d0e14a80edaf8ed7a44f5d4bc1','r-5385c698e760',NULL);
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
	language VARCHAR, reason VARCHAR, speaker_start INTEGER, speaker_end INTEGER, speech INTEGER, worth FLOAT, signals JSON DEFAULT '[]' NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(article_id) REFERENCES article (id)
);
INSERT INTO "segment" VALUES('1c0118753d7d539e4051','8d1c8abd19590ae829ebf20876e10b3f',0,0,19,'body','en',NULL,NULL,NULL,NULL,0.4502,'["event"]');
INSERT INTO "segment" VALUES('979fca1258eabc3fc836','8d1c8abd19590ae829ebf20876e10b3f',1,20,47,'body','en',NULL,NULL,NULL,NULL,0.7503,'["number","name","event"]');
INSERT INTO "segment" VALUES('00750202a7a888e8fc0b','8d1c8abd19590ae829ebf20876e10b3f',2,48,63,'body','en',NULL,NULL,NULL,NULL,0.3543,'["organisation","event","short"]');
INSERT INTO "segment" VALUES('7b896306bdd48f3d643c','8d1c8abd19590ae829ebf20876e10b3f',3,64,78,'body','en',NULL,NULL,NULL,NULL,0.168,'["reported","short","pronoun"]');
INSERT INTO "segment" VALUES('75d82af2ea907e76c1ed','4c8e25444f5f237457d6e50f77386892',0,0,16,'body','uk',NULL,NULL,NULL,NULL,0.2689,'["event","short"]');
INSERT INTO "segment" VALUES('77578bf33ff8cb805770','4c8e25444f5f237457d6e50f77386892',1,17,42,'body','uk',NULL,NULL,NULL,NULL,0.6457,'["number","event"]');
INSERT INTO "segment" VALUES('5ba4038b70de0be24732','4c8e25444f5f237457d6e50f77386892',2,43,59,'body','uk',NULL,NULL,NULL,NULL,0.4013,'["organisation"]');
INSERT INTO "segment" VALUES('1d7da0b6e6d565b74ee3','f1982236daf4931fcb02e81a788194c9',0,0,9,'body','ja',NULL,NULL,NULL,NULL,0.31,'[]');
INSERT INTO "segment" VALUES('e317485b6b24165fbb17','f1982236daf4931fcb02e81a788194c9',1,9,20,'body','ja',NULL,NULL,NULL,NULL,0.31,'[]');
INSERT INTO "segment" VALUES('1db9dcb92a057135b3d8','ca979bd208c62c5520b677bd269cda41',0,0,40,'title','ar','headline',NULL,NULL,NULL,0.4013,'["title"]');
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
CREATE INDEX ix_delivery_article_id ON delivery (article_id);
CREATE INDEX ix_delivery_task_id ON delivery (task_id);
CREATE INDEX ix_judgement_article_id ON judgement (article_id);
CREATE INDEX ix_consensus_article_id ON consensus (article_id);
CREATE INDEX ix_consensus_verdict ON consensus (verdict);
CREATE INDEX ix_consensus_state ON consensus (state);
CREATE INDEX ix_delivery_waiting ON delivery (id) WHERE handled IS 0;
CREATE INDEX ix_publication_seen ON publication (project_id, seen);
CREATE INDEX ix_publication_sure ON publication (project_id, sure, seen);
CREATE INDEX ix_standing_task_id ON standing (task_id);
CREATE INDEX ix_ring_outcome ON ring (outcome);
CREATE INDEX ix_consensus_policy ON consensus (policy);
DELETE FROM "sqlite_sequence";
COMMIT;
