BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0005');
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
	loaded_at DATETIME NOT NULL, known_from JSON DEFAULT '{}' NOT NULL, segmenter INTEGER DEFAULT '1' NOT NULL, gold BOOLEAN DEFAULT '0' NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "article" VALUES('8d1c8abd19590ae829ebf20876e10b3f','The “pier” is shut. 🚢 Eleven piles are cracked. The mayor knew. She denies it.','Pier, shut',NULL,NULL,NULL,NULL,'en','pier',NULL,NULL,'pier.txt','2026-11-30 04:22:30.442563','{"title":"front matter","language":"front matter","story":"front matter"}',2,0);
INSERT INTO "article" VALUES('4c8e25444f5f237457d6e50f77386892','Причал зачинено. Одинадцять паль тріснули. Мер знав про це.','Причал зачинено. Одинадцять паль тріснули. Мер знав про це.',NULL,NULL,NULL,NULL,'uk','pier',NULL,NULL,'pier-uk.txt','2026-11-30 04:22:30.442564','{"title":"text","language":"front matter","story":"front matter"}',2,0);
INSERT INTO "article" VALUES('f1982236daf4931fcb02e81a788194c9','桟橋は閉鎖された。杭が十一本ひび割れた。','桟橋は閉鎖された。杭が十一本ひび割れた。',NULL,NULL,NULL,NULL,'ja','pier',NULL,NULL,'pier-ja.txt','2026-11-30 04:22:30.442565','{"title":"text","language":"front matter","story":"front matter"}',2,0);
INSERT INTO "article" VALUES('ca979bd208c62c5520b677bd269cda41','أُغلق الرصيف. تشققت إحدى عشرة دعامة. 𝒜 😀','أُغلق الرصيف. تشققت إحدى عشرة دعامة. 𝒜 😀',NULL,NULL,NULL,NULL,'ar',NULL,NULL,NULL,'pier-ar.txt','2026-11-30 04:22:30.442566','{"title":"text","language":"front matter"}',2,0);
CREATE TABLE auditentry (
	id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	who VARCHAR NOT NULL, 
	what VARCHAR NOT NULL, 
	about VARCHAR, 
	PRIMARY KEY (id)
);
CREATE TABLE codebook (
	revision VARCHAR NOT NULL, 
	cases JSON NOT NULL, 
	first_used_at DATETIME NOT NULL, 
	PRIMARY KEY (revision)
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
	why VARCHAR NOT NULL, reason VARCHAR, robust BOOLEAN, flips JSON DEFAULT '[]' NOT NULL, support FLOAT, policy VARCHAR DEFAULT '' NOT NULL, challenged BOOLEAN DEFAULT '0' NOT NULL, 
	PRIMARY KEY (claim_id)
);
INSERT INTO "consensus" VALUES('0f00de4931ed8d78ddf7','ca979bd208c62c5520b677bd269cda41',2,5,'agreed','verified','{"verified":2,"disputed":0,"unsourced":0,"not-a-claim":0}',0,2,8.6424264003579986948e-01,1,'all agree',NULL,0,'["two-origins"]',1.0,'1:min=2,strict=0,labels=5b38bb4f',0);
INSERT INTO "consensus" VALUES('1d7da0b6e6d565b74ee3','f1982236daf4931fcb02e81a788194c9',0,9,'contested',NULL,'{"verified":1,"disputed":1,"unsourced":0,"not-a-claim":0}',0,0,NULL,0,'no verdict above half',NULL,NULL,'[]',NULL,'1:min=2,strict=0,labels=5b38bb4f',0);
INSERT INTO "consensus" VALUES('1db9dcb92a057135b3d8','ca979bd208c62c5520b677bd269cda41',0,40,'agreed','verified','{"verified":2,"disputed":0,"unsourced":0,"not-a-claim":0}',0,2,8.6424264003579986948e-01,1,'all agree',NULL,0,'["two-origins"]',NULL,'1:min=2,strict=0,labels=5b38bb4f',0);
INSERT INTO "consensus" VALUES('5ba4038b70de0be24732','4c8e25444f5f237457d6e50f77386892',43,59,'agreed','unsourced','{"verified":0,"disputed":0,"unsourced":2,"not-a-claim":0}',0,2,8.6424264003579986948e-01,1,'all agree',NULL,1,'[]',NULL,'1:min=2,strict=0,labels=5b38bb4f',0);
INSERT INTO "consensus" VALUES('65c6be725bdd98c4dd5d','f1982236daf4931fcb02e81a788194c9',1,6,'agreed','verified','{"verified":2,"disputed":0,"unsourced":0,"not-a-claim":0}',0,2,8.6424264003579986948e-01,1,'all agree',NULL,0,'["two-origins"]',1.0,'1:min=2,strict=0,labels=5b38bb4f',0);
INSERT INTO "consensus" VALUES('75d82af2ea907e76c1ed','4c8e25444f5f237457d6e50f77386892',0,16,'agreed','verified','{"verified":2,"disputed":0,"unsourced":0,"not-a-claim":0}',0,2,8.6424264003579986948e-01,1,'all agree',NULL,0,'["two-origins"]',NULL,'1:min=2,strict=0,labels=5b38bb4f',0);
INSERT INTO "consensus" VALUES('77578bf33ff8cb805770','4c8e25444f5f237457d6e50f77386892',17,42,'agreed','disputed','{"verified":0,"disputed":2,"unsourced":0,"not-a-claim":0}',0,2,8.6424264003579986948e-01,1,'all agree',NULL,0,'["two-origins"]',NULL,'1:min=2,strict=0,labels=5b38bb4f',0);
INSERT INTO "consensus" VALUES('8951f605ec67477804e2','4c8e25444f5f237457d6e50f77386892',1,6,'agreed','verified','{"verified":2,"disputed":0,"unsourced":0,"not-a-claim":0}',0,2,8.6424264003579986948e-01,1,'all agree',NULL,0,'["two-origins"]',1.0,'1:min=2,strict=0,labels=5b38bb4f',0);
INSERT INTO "consensus" VALUES('e317485b6b24165fbb17','f1982236daf4931fcb02e81a788194c9',9,20,'contested',NULL,'{"verified":0,"disputed":1,"unsourced":1,"not-a-claim":0}',0,0,NULL,0,'no verdict above half',NULL,NULL,'[]',NULL,'1:min=2,strict=0,labels=5b38bb4f',0);
INSERT INTO "consensus" VALUES('00750202a7a888e8fc0b','8d1c8abd19590ae829ebf20876e10b3f',48,63,'contested',NULL,'{"verified":1,"disputed":0,"unsourced":0,"not-a-claim":1}',0,0,NULL,0,'no verdict above half',NULL,NULL,'[]',NULL,'1:min=2,strict=0,labels=5b38bb4f',0);
INSERT INTO "consensus" VALUES('1c0118753d7d539e4051','8d1c8abd19590ae829ebf20876e10b3f',0,19,'contested',NULL,'{"verified":0,"disputed":1,"unsourced":1,"not-a-claim":0}',0,0,NULL,0,'no verdict above half',NULL,NULL,'[]',NULL,'1:min=2,strict=0,labels=5b38bb4f',0);
INSERT INTO "consensus" VALUES('7b896306bdd48f3d643c','8d1c8abd19590ae829ebf20876e10b3f',64,78,'contested',NULL,'{"verified":1,"disputed":1,"unsourced":0,"not-a-claim":0}',0,0,NULL,0,'no verdict above half',NULL,NULL,'[]',NULL,'1:min=2,strict=0,labels=5b38bb4f',0);
INSERT INTO "consensus" VALUES('979fca1258eabc3fc836','8d1c8abd19590ae829ebf20876e10b3f',20,47,'contested',NULL,'{"verified":0,"disputed":0,"unsourced":1,"not-a-claim":1}',0,0,NULL,0,'no verdict above half',NULL,NULL,'[]',NULL,'1:min=2,strict=0,labels=5b38bb4f',0);
INSERT INTO "consensus" VALUES('a9de2f75236808b72913','8d1c8abd19590ae829ebf20876e10b3f',1,7,'agreed','verified','{"verified":2,"disputed":0,"unsourced":0,"not-a-claim":0}',0,2,8.6424264003579986948e-01,1,'all agree',NULL,0,'["two-origins"]',1.0,'1:min=2,strict=0,labels=5b38bb4f',0);
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
	refused VARCHAR, link VARCHAR DEFAULT '' NOT NULL, project VARCHAR DEFAULT '' NOT NULL, claim_id VARCHAR, codebook VARCHAR, 
	PRIMARY KEY (id), 
	UNIQUE ("key")
);
INSERT INTO "delivery" VALUES(1,'annotation:1@2026-03-14T09:00:09+00:00:2026-03-14T09:00:09+00:00','annotation','1@2026-03-14T09:00:09+00:00',1,'8d1c8abd19590ae829ebf20876e10b3f',2,'2026-03-14 09:00:09.000000','{"id":1,"result":[{"id":"1c0118753d7d539e4051","from_name":"verdict","to_name":"text","type":"labels","value":{"start":0,"end":19,"labels":["verified"]}},{"id":"979fca1258eabc3fc836","from_name":"verdict","to_name":"text","type":"labels","value":{"start":20,"end":47,"labels":["disputed"]}},{"id":"00750202a7a888e8fc0b","from_name":"verdict","to_name":"text","type":"labels","value":{"start":48,"end":63,"labels":["unsourced"]}},{"id":"7b896306bdd48f3d643c","from_name":"verdict","to_name":"text","type":"labels","value":{"start":64,"end":78,"labels":["not-a-claim"]}},{"from_name":"evidence","type":"textarea","value":{"text":["https://example.org/доказ/0"]},"id":"1c0118753d7d539e4051","to_name":"text","origin":"manual"},{"from_name":"note","type":"textarea","value":{"text":["Seite 3 😀\n=1+1"]},"id":"7b896306bdd48f3d643c","to_name":"text","origin":"manual"},{"from_name":"confidence","type":"rating","value":{"rating":3},"id":"1c0118753d7d539e4051","to_name":"text","origin":"manual"},{"id":"drawn0","from_name":"verdict","type":"labels","value":{"start":1,"end":6,"labels":["verified"]},"to_name":"text","origin":"manual"}],"task":1,"completed_by":2,"updated_by":2,"was_cancelled":false,"created_at":"2026-03-14T09:00:09Z","updated_at":"2026-03-14T09:00:09Z"}','73e03e6b303e1e89','2026-11-30 04:22:35.059253',1,NULL,'5c98a17c9bef5b0fed7b6738fd9076106909154d971d4b153e282b76091621fc','1@2026-03-14T09:00:01.500000Z',NULL,NULL);
INSERT INTO "delivery" VALUES(2,'annotation:2@2026-03-14T09:00:10.500000+00:00:2026-03-14T09:00:10.500000+00:00','annotation','2@2026-03-14T09:00:10.500000+00:00',1,'8d1c8abd19590ae829ebf20876e10b3f',3,'2026-03-14 09:00:10.500000','{"id":2,"result":[{"id":"1c0118753d7d539e4051","from_name":"verdict","to_name":"text","type":"labels","value":{"start":0,"end":19,"labels":["disputed"]}},{"id":"979fca1258eabc3fc836","from_name":"verdict","to_name":"text","type":"labels","value":{"start":20,"end":47,"labels":["unsourced"]}},{"id":"00750202a7a888e8fc0b","from_name":"verdict","to_name":"text","type":"labels","value":{"start":48,"end":63,"labels":["not-a-claim"]}},{"id":"7b896306bdd48f3d643c","from_name":"verdict","to_name":"text","type":"labels","value":{"start":64,"end":78,"labels":["verified"]}},{"from_name":"evidence","type":"textarea","value":{"text":["https://example.org/доказ/1"]},"id":"1c0118753d7d539e4051","to_name":"text","origin":"manual"},{"from_name":"note","type":"textarea","value":{"text":["Seite 3 😀\n=1+1"]},"id":"7b896306bdd48f3d643c","to_name":"text","origin":"manual"},{"from_name":"confidence","type":"rating","value":{"rating":3},"id":"1c0118753d7d539e4051","to_name":"text","origin":"manual"},{"id":"drawn1","from_name":"verdict","type":"labels","value":{"start":1,"end":7,"labels":["verified"]},"to_name":"text","origin":"manual"}],"task":1,"completed_by":3,"updated_by":3,"was_cancelled":false,"created_at":"2026-03-14T09:00:10.500000Z","updated_at":"2026-03-14T09:00:10.500000Z"}','73e03e6b303e1e89','2026-11-30 04:22:35.059253',1,NULL,'d130b5834913ac8767e3af6772e918e70c234ad207af4f0b5d1ecfa831e340a4','1@2026-03-14T09:00:01.500000Z',NULL,NULL);
INSERT INTO "delivery" VALUES(3,'annotation:3@2026-03-14T09:00:12+00:00:2026-03-14T09:00:12+00:00','annotation','3@2026-03-14T09:00:12+00:00',2,'4c8e25444f5f237457d6e50f77386892',2,'2026-03-14 09:00:12.000000','{"id":3,"result":[{"id":"75d82af2ea907e76c1ed","from_name":"verdict","to_name":"text","type":"labels","value":{"start":0,"end":16,"labels":["verified"]}},{"id":"77578bf33ff8cb805770","from_name":"verdict","to_name":"text","type":"labels","value":{"start":17,"end":42,"labels":["disputed"]}},{"id":"5ba4038b70de0be24732","from_name":"verdict","to_name":"text","type":"labels","value":{"start":43,"end":59,"labels":["unsourced"]}},{"from_name":"evidence","type":"textarea","value":{"text":["https://example.org/доказ/0"]},"id":"75d82af2ea907e76c1ed","to_name":"text","origin":"manual"},{"from_name":"note","type":"textarea","value":{"text":["Seite 3 😀\n=1+1"]},"id":"5ba4038b70de0be24732","to_name":"text","origin":"manual"},{"from_name":"confidence","type":"rating","value":{"rating":3},"id":"75d82af2ea907e76c1ed","to_name":"text","origin":"manual"},{"id":"drawn0","from_name":"verdict","type":"labels","value":{"start":1,"end":6,"labels":["verified"]},"to_name":"text","origin":"manual"}],"task":2,"completed_by":2,"updated_by":2,"was_cancelled":false,"created_at":"2026-03-14T09:00:12Z","updated_at":"2026-03-14T09:00:12Z"}','73e03e6b303e1e89','2026-11-30 04:22:35.059643',1,NULL,'7aa159653853c1e8414680ded77b856c5cda2bd5969a48804105e11eefec845d','1@2026-03-14T09:00:01.500000Z',NULL,NULL);
INSERT INTO "delivery" VALUES(4,'annotation:4@2026-03-14T09:00:13.500000+00:00:2026-03-14T09:00:13.500000+00:00','annotation','4@2026-03-14T09:00:13.500000+00:00',2,'4c8e25444f5f237457d6e50f77386892',3,'2026-03-14 09:00:13.500000','{"id":4,"result":[{"id":"75d82af2ea907e76c1ed","from_name":"verdict","to_name":"text","type":"labels","value":{"start":0,"end":16,"labels":["verified"]}},{"id":"77578bf33ff8cb805770","from_name":"verdict","to_name":"text","type":"labels","value":{"start":17,"end":42,"labels":["disputed"]}},{"id":"5ba4038b70de0be24732","from_name":"verdict","to_name":"text","type":"labels","value":{"start":43,"end":59,"labels":["unsourced"]}},{"from_name":"evidence","type":"textarea","value":{"text":["https://example.org/доказ/0"]},"id":"75d82af2ea907e76c1ed","to_name":"text","origin":"manual"},{"from_name":"note","type":"textarea","value":{"text":["Seite 3 😀\n=1+1"]},"id":"5ba4038b70de0be24732","to_name":"text","origin":"manual"},{"from_name":"confidence","type":"rating","value":{"rating":3},"id":"75d82af2ea907e76c1ed","to_name":"text","origin":"manual"},{"id":"drawn0","from_name":"verdict","type":"labels","value":{"start":1,"end":6,"labels":["verified"]},"to_name":"text","origin":"manual"}],"task":2,"completed_by":3,"updated_by":3,"was_cancelled":false,"created_at":"2026-03-14T09:00:13.500000Z","updated_at":"2026-03-14T09:00:13.500000Z"}','73e03e6b303e1e89','2026-11-30 04:22:35.059643',1,NULL,'85ce8b467304be846b9dcfa9b9abe80a5744420483b22b269d7d0eb8104b6665','1@2026-03-14T09:00:01.500000Z',NULL,NULL);
INSERT INTO "delivery" VALUES(5,'annotation:5@2026-03-14T09:00:15+00:00:2026-03-14T09:00:15+00:00','annotation','5@2026-03-14T09:00:15+00:00',3,'f1982236daf4931fcb02e81a788194c9',2,'2026-03-14 09:00:15.000000','{"id":5,"result":[{"id":"1d7da0b6e6d565b74ee3","from_name":"verdict","to_name":"text","type":"labels","value":{"start":0,"end":9,"labels":["verified"]}},{"id":"e317485b6b24165fbb17","from_name":"verdict","to_name":"text","type":"labels","value":{"start":9,"end":20,"labels":["disputed"]}},{"from_name":"evidence","type":"textarea","value":{"text":["https://example.org/доказ/0"]},"id":"1d7da0b6e6d565b74ee3","to_name":"text","origin":"manual"},{"from_name":"note","type":"textarea","value":{"text":["Seite 3 😀\n=1+1"]},"id":"e317485b6b24165fbb17","to_name":"text","origin":"manual"},{"from_name":"confidence","type":"rating","value":{"rating":3},"id":"1d7da0b6e6d565b74ee3","to_name":"text","origin":"manual"},{"id":"drawn0","from_name":"verdict","type":"labels","value":{"start":1,"end":6,"labels":["verified"]},"to_name":"text","origin":"manual"}],"task":3,"completed_by":2,"updated_by":2,"was_cancelled":false,"created_at":"2026-03-14T09:00:15Z","updated_at":"2026-03-14T09:00:15Z"}','73e03e6b303e1e89','2026-11-30 04:22:35.059786',1,NULL,'c80c1c67031cba11ab48cf2d5fb8cc8998efe7fcb6f45609685139163e5b4d86','1@2026-03-14T09:00:01.500000Z',NULL,NULL);
INSERT INTO "delivery" VALUES(6,'annotation:6@2026-03-14T09:00:16.500000+00:00:2026-03-14T09:00:16.500000+00:00','annotation','6@2026-03-14T09:00:16.500000+00:00',3,'f1982236daf4931fcb02e81a788194c9',3,'2026-03-14 09:00:16.500000','{"id":6,"result":[{"id":"1d7da0b6e6d565b74ee3","from_name":"verdict","to_name":"text","type":"labels","value":{"start":0,"end":9,"labels":["disputed"]}},{"id":"e317485b6b24165fbb17","from_name":"verdict","to_name":"text","type":"labels","value":{"start":9,"end":20,"labels":["unsourced"]}},{"from_name":"evidence","type":"textarea","value":{"text":["https://example.org/доказ/1"]},"id":"1d7da0b6e6d565b74ee3","to_name":"text","origin":"manual"},{"from_name":"note","type":"textarea","value":{"text":["Seite 3 😀\n=1+1"]},"id":"e317485b6b24165fbb17","to_name":"text","origin":"manual"},{"from_name":"confidence","type":"rating","value":{"rating":3},"id":"1d7da0b6e6d565b74ee3","to_name":"text","origin":"manual"},{"id":"drawn1","from_name":"verdict","type":"labels","value":{"start":1,"end":7,"labels":["verified"]},"to_name":"text","origin":"manual"}],"task":3,"completed_by":3,"updated_by":3,"was_cancelled":false,"created_at":"2026-03-14T09:00:16.500000Z","updated_at":"2026-03-14T09:00:16.500000Z"}','73e03e6b303e1e89','2026-11-30 04:22:35.059786',1,NULL,'a5d86e0dd1b8ec1f4a744c8194a85a283240517e51a3010e946f9d3c4fe2c98e','1@2026-03-14T09:00:01.500000Z',NULL,NULL);
INSERT INTO "delivery" VALUES(7,'annotation:7@2026-03-14T09:00:18+00:00:2026-03-14T09:00:18+00:00','annotation','7@2026-03-14T09:00:18+00:00',4,'ca979bd208c62c5520b677bd269cda41',2,'2026-03-14 09:00:18.000000','{"id":7,"result":[{"id":"1db9dcb92a057135b3d8","from_name":"verdict","to_name":"text","type":"labels","value":{"start":0,"end":40,"labels":["verified"]}},{"from_name":"evidence","type":"textarea","value":{"text":["https://example.org/доказ/0"]},"id":"1db9dcb92a057135b3d8","to_name":"text","origin":"manual"},{"from_name":"note","type":"textarea","value":{"text":["Seite 3 😀\n=1+1"]},"id":"1db9dcb92a057135b3d8","to_name":"text","origin":"manual"},{"from_name":"confidence","type":"rating","value":{"rating":3},"id":"1db9dcb92a057135b3d8","to_name":"text","origin":"manual"},{"id":"drawn0","from_name":"verdict","type":"labels","value":{"start":1,"end":6,"labels":["verified"]},"to_name":"text","origin":"manual"}],"task":4,"completed_by":2,"updated_by":2,"was_cancelled":false,"created_at":"2026-03-14T09:00:18Z","updated_at":"2026-03-14T09:00:18Z"}','73e03e6b303e1e89','2026-11-30 04:22:35.059917',1,NULL,'cb31b718c82eabb28f38e7d6248094df63666a018d2f3db8f3502e537f56137b','1@2026-03-14T09:00:01.500000Z',NULL,NULL);
INSERT INTO "delivery" VALUES(8,'annotation:8@2026-03-14T09:00:19.500000+00:00:2026-03-14T09:00:19.500000+00:00','annotation','8@2026-03-14T09:00:19.500000+00:00',4,'ca979bd208c62c5520b677bd269cda41',3,'2026-03-14 09:00:19.500000','{"id":8,"result":[{"id":"1db9dcb92a057135b3d8","from_name":"verdict","to_name":"text","type":"labels","value":{"start":0,"end":40,"labels":["verified"]}},{"from_name":"evidence","type":"textarea","value":{"text":["https://example.org/доказ/0"]},"id":"1db9dcb92a057135b3d8","to_name":"text","origin":"manual"},{"from_name":"note","type":"textarea","value":{"text":["Seite 3 😀\n=1+1"]},"id":"1db9dcb92a057135b3d8","to_name":"text","origin":"manual"},{"from_name":"confidence","type":"rating","value":{"rating":3},"id":"1db9dcb92a057135b3d8","to_name":"text","origin":"manual"},{"id":"drawn0","from_name":"verdict","type":"labels","value":{"start":1,"end":6,"labels":["verified"]},"to_name":"text","origin":"manual"}],"task":4,"completed_by":3,"updated_by":3,"was_cancelled":false,"created_at":"2026-03-14T09:00:19.500000Z","updated_at":"2026-03-14T09:00:19.500000Z"}','73e03e6b303e1e89','2026-11-30 04:22:35.059917',1,NULL,'73f1fd0c00c56c17f35716ef5e071135d7d56d7fa489216655a293e36c2503f7','1@2026-03-14T09:00:01.500000Z',NULL,NULL);
INSERT INTO "delivery" VALUES(9,'annotation:9@2026-03-14T09:00:21+00:00:2026-03-14T09:00:21+00:00','annotation','9@2026-03-14T09:00:21+00:00',1,'8d1c8abd19590ae829ebf20876e10b3f',4,'2026-03-14 09:00:21.000000','{"id":9,"result":[{"id":"1c0118753d7d539e4051","from_name":"verdict","to_name":"text","type":"labels","value":{"start":0,"end":19,"labels":["disputed"]}},{"id":"979fca1258eabc3fc836","from_name":"verdict","to_name":"text","type":"labels","value":{"start":20,"end":47,"labels":["unsourced"]}},{"id":"00750202a7a888e8fc0b","from_name":"verdict","to_name":"text","type":"labels","value":{"start":48,"end":63,"labels":["not-a-claim"]}},{"id":"7b896306bdd48f3d643c","from_name":"verdict","to_name":"text","type":"labels","value":{"start":64,"end":78,"labels":["verified"]}},{"from_name":"evidence","type":"textarea","value":{"text":["https://example.org/доказ/1"]},"id":"1c0118753d7d539e4051","to_name":"text","origin":"manual"},{"from_name":"note","type":"textarea","value":{"text":["Seite 3 😀\n=1+1"]},"id":"7b896306bdd48f3d643c","to_name":"text","origin":"manual"},{"from_name":"confidence","type":"rating","value":{"rating":3},"id":"1c0118753d7d539e4051","to_name":"text","origin":"manual"},{"id":"drawn1","from_name":"verdict","type":"labels","value":{"start":1,"end":7,"labels":["verified"]},"to_name":"text","origin":"manual"}],"task":1,"completed_by":4,"updated_by":4,"was_cancelled":false,"created_at":"2026-03-14T09:00:21Z","updated_at":"2026-03-14T09:00:21Z"}','73e03e6b303e1e89','2026-11-30 04:22:35.271716',1,NULL,'5a9ffdd7040989464dd7be8c00ddcaad80f18372572f7e8a91e37bfec9045b0f','1@2026-03-14T09:00:01.500000Z',NULL,NULL);
INSERT INTO "delivery" VALUES(10,'annotation:10@2026-03-14T09:00:22.500000+00:00:2026-03-14T09:00:22.500000+00:00','annotation','10@2026-03-14T09:00:22.500000+00:00',1,'8d1c8abd19590ae829ebf20876e10b3f',3,'2026-03-14 09:00:22.500000','{"id":10,"result":[{"id":"1c0118753d7d539e4051","from_name":"verdict","to_name":"text","type":"labels","value":{"start":0,"end":19,"labels":["claim"]}},{"id":"979fca1258eabc3fc836","from_name":"verdict","to_name":"text","type":"labels","value":{"start":20,"end":47,"labels":["claim"]}},{"id":"00750202a7a888e8fc0b","from_name":"verdict","to_name":"text","type":"labels","value":{"start":48,"end":63,"labels":["claim"]}},{"id":"7b896306bdd48f3d643c","from_name":"verdict","to_name":"text","type":"labels","value":{"start":64,"end":78,"labels":["claim"]}}],"task":1,"completed_by":5,"updated_by":3,"was_cancelled":false,"created_at":"2026-03-14T09:00:22.500000Z","updated_at":"2026-03-14T09:00:22.500000Z"}','73e03e6b303e1e89','2026-11-30 04:22:35.271716',1,'saved by account 3 in the name of 5','38fa0033b80c768be98f04bea8fa1bd355f1c95711e753a7741071b7b868bfcb','1@2026-03-14T09:00:01.500000Z',NULL,NULL);
INSERT INTO "delivery" VALUES(11,'annotation:11@2026-03-14T09:00:24+00:00:2026-03-14T09:00:24+00:00','annotation','11@2026-03-14T09:00:24+00:00',1,'8d1c8abd19590ae829ebf20876e10b3f',6,'2026-03-14 09:00:24.000000','{"id":11,"result":[{"id":"1c0118753d7d539e4051","from_name":"verdict","to_name":"text","type":"labels","value":{"start":0,"end":19,"labels":["banana"]}},{"id":"979fca1258eabc3fc836","from_name":"verdict","to_name":"text","type":"labels","value":{"start":20,"end":47,"labels":["claim"]}},{"id":"00750202a7a888e8fc0b","from_name":"verdict","to_name":"text","type":"labels","value":{"start":48,"end":63,"labels":["claim"]}},{"id":"7b896306bdd48f3d643c","from_name":"verdict","to_name":"text","type":"labels","value":{"start":64,"end":78,"labels":["claim"]}}],"task":1,"completed_by":6,"updated_by":6,"was_cancelled":false,"created_at":"2026-03-14T09:00:24Z","updated_at":"2026-03-14T09:00:24Z"}','73e03e6b303e1e89','2026-11-30 04:22:35.271716',1,'the region ''1c0118753d7d539e4051'' carries no label of the label config','5b1d3050f7894fdaf7f22c2bee160ae1685ed1af7bc11f7ddab0da78d2f44bec','1@2026-03-14T09:00:01.500000Z',NULL,NULL);
INSERT INTO "delivery" VALUES(12,'annotation:12@2026-03-14T09:00:25.500000+00:00:2026-03-14T09:00:25.500000+00:00','annotation','12@2026-03-14T09:00:25.500000+00:00',1,'8d1c8abd19590ae829ebf20876e10b3f',7,'2026-03-14 09:00:25.500000','{"id":12,"result":[],"task":1,"completed_by":7,"updated_by":7,"was_cancelled":true,"created_at":"2026-03-14T09:00:25.500000Z","updated_at":"2026-03-14T09:00:25.500000Z"}','73e03e6b303e1e89','2026-11-30 04:22:35.271716',1,NULL,'e5328d1630fef9d9dfdfacd8b378c4277c7c660014b3314001b4c5ffb316854b','1@2026-03-14T09:00:01.500000Z',NULL,NULL);
INSERT INTO "delivery" VALUES(13,'annotation:1@2026-03-14T09:00:09+00:00:2026-03-14T09:00:27+00:00','annotation','1@2026-03-14T09:00:09+00:00',1,'8d1c8abd19590ae829ebf20876e10b3f',2,'2026-03-14 09:00:27.000000','{"id":1,"result":[{"id":"1c0118753d7d539e4051","from_name":"verdict","to_name":"text","type":"labels","value":{"start":0,"end":19,"labels":["unsourced"]}},{"id":"979fca1258eabc3fc836","from_name":"verdict","to_name":"text","type":"labels","value":{"start":20,"end":47,"labels":["not-a-claim"]}},{"id":"00750202a7a888e8fc0b","from_name":"verdict","to_name":"text","type":"labels","value":{"start":48,"end":63,"labels":["verified"]}},{"id":"7b896306bdd48f3d643c","from_name":"verdict","to_name":"text","type":"labels","value":{"start":64,"end":78,"labels":["disputed"]}},{"from_name":"evidence","type":"textarea","value":{"text":["https://example.org/доказ/2"]},"id":"1c0118753d7d539e4051","to_name":"text","origin":"manual"},{"from_name":"note","type":"textarea","value":{"text":["Seite 3 😀\n=1+1"]},"id":"7b896306bdd48f3d643c","to_name":"text","origin":"manual"},{"from_name":"confidence","type":"rating","value":{"rating":3},"id":"1c0118753d7d539e4051","to_name":"text","origin":"manual"},{"id":"drawn2","from_name":"verdict","type":"labels","value":{"start":1,"end":8,"labels":["verified"]},"to_name":"text","origin":"manual"}],"task":1,"completed_by":2,"updated_by":2,"was_cancelled":false,"created_at":"2026-03-14T09:00:09Z","updated_at":"2026-03-14T09:00:27Z"}','73e03e6b303e1e89','2026-11-30 04:22:35.309740',1,NULL,'f8b54578c2074873b00883367daf9891b3241bec776f7d1da1a3cdcd715c4309','1@2026-03-14T09:00:01.500000Z',NULL,NULL);
INSERT INTO "delivery" VALUES(14,'tombstone:9@2026-03-14T09:00:21+00:00','tombstone','9@2026-03-14T09:00:21+00:00',1,'8d1c8abd19590ae829ebf20876e10b3f',4,NULL,'{}','73e03e6b303e1e89','2026-11-30 04:22:35.322055',1,NULL,'dca78ff37198a933a4855aa9d0c14daa551f8c9f320a36e05986ca09974489c0','1@2026-03-14T09:00:01.500000Z',NULL,NULL);
CREATE TABLE flag (
	delivery_id BIGINT NOT NULL, 
	code VARCHAR NOT NULL, 
	claim_id VARCHAR DEFAULT '' NOT NULL, 
	article_id VARCHAR NOT NULL, 
	reviewer_id BIGINT, 
	other_id BIGINT, 
	counts BOOLEAN NOT NULL, 
	why VARCHAR NOT NULL, 
	PRIMARY KEY (delivery_id, code, claim_id)
);
CREATE TABLE goldanswer (
	claim_id VARCHAR NOT NULL, 
	article_id VARCHAR NOT NULL, 
	verdict VARCHAR NOT NULL, 
	reason VARCHAR, 
	PRIMARY KEY (claim_id), 
	FOREIGN KEY(article_id) REFERENCES article (id)
);
CREATE TABLE installation (
	id INTEGER NOT NULL, 
	mark VARCHAR NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "installation" VALUES(1,'33235d0cf8004caaa3b9359e26d61e96');
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
	config VARCHAR NOT NULL, codebook VARCHAR, discounted VARCHAR, 
	PRIMARY KEY (claim_id, reviewer_id)
);
INSERT INTO "judgement" VALUES('75d82af2ea907e76c1ed',2,'4c8e25444f5f237457d6e50f77386892',0,16,'verified',NULL,NULL,'["https://example.org/доказ/0"]',NULL,3,3,'2026-03-14 09:00:12.000000','73e03e6b303e1e89',NULL,NULL);
INSERT INTO "judgement" VALUES('8951f605ec67477804e2',2,'4c8e25444f5f237457d6e50f77386892',1,6,'verified','added',NULL,'[]',NULL,NULL,3,'2026-03-14 09:00:12.000000','73e03e6b303e1e89',NULL,NULL);
INSERT INTO "judgement" VALUES('77578bf33ff8cb805770',2,'4c8e25444f5f237457d6e50f77386892',17,42,'disputed',NULL,NULL,'[]',NULL,NULL,3,'2026-03-14 09:00:12.000000','73e03e6b303e1e89',NULL,NULL);
INSERT INTO "judgement" VALUES('5ba4038b70de0be24732',2,'4c8e25444f5f237457d6e50f77386892',43,59,'unsourced',NULL,NULL,'[]','Seite 3 😀
=1+1',NULL,3,'2026-03-14 09:00:12.000000','73e03e6b303e1e89',NULL,NULL);
INSERT INTO "judgement" VALUES('75d82af2ea907e76c1ed',3,'4c8e25444f5f237457d6e50f77386892',0,16,'verified',NULL,NULL,'["https://example.org/доказ/0"]',NULL,3,4,'2026-03-14 09:00:13.500000','73e03e6b303e1e89',NULL,NULL);
INSERT INTO "judgement" VALUES('8951f605ec67477804e2',3,'4c8e25444f5f237457d6e50f77386892',1,6,'verified','added',NULL,'[]',NULL,NULL,4,'2026-03-14 09:00:13.500000','73e03e6b303e1e89',NULL,NULL);
INSERT INTO "judgement" VALUES('77578bf33ff8cb805770',3,'4c8e25444f5f237457d6e50f77386892',17,42,'disputed',NULL,NULL,'[]',NULL,NULL,4,'2026-03-14 09:00:13.500000','73e03e6b303e1e89',NULL,NULL);
INSERT INTO "judgement" VALUES('5ba4038b70de0be24732',3,'4c8e25444f5f237457d6e50f77386892',43,59,'unsourced',NULL,NULL,'[]','Seite 3 😀
=1+1',NULL,4,'2026-03-14 09:00:13.500000','73e03e6b303e1e89',NULL,NULL);
INSERT INTO "judgement" VALUES('1db9dcb92a057135b3d8',2,'ca979bd208c62c5520b677bd269cda41',0,40,'verified',NULL,NULL,'["https://example.org/доказ/0"]','Seite 3 😀
=1+1',3,7,'2026-03-14 09:00:18.000000','73e03e6b303e1e89',NULL,NULL);
INSERT INTO "judgement" VALUES('0f00de4931ed8d78ddf7',2,'ca979bd208c62c5520b677bd269cda41',2,5,'verified','added',NULL,'[]',NULL,NULL,7,'2026-03-14 09:00:18.000000','73e03e6b303e1e89',NULL,NULL);
INSERT INTO "judgement" VALUES('1db9dcb92a057135b3d8',3,'ca979bd208c62c5520b677bd269cda41',0,40,'verified',NULL,NULL,'["https://example.org/доказ/0"]','Seite 3 😀
=1+1',3,8,'2026-03-14 09:00:19.500000','73e03e6b303e1e89',NULL,NULL);
INSERT INTO "judgement" VALUES('0f00de4931ed8d78ddf7',3,'ca979bd208c62c5520b677bd269cda41',2,5,'verified','added',NULL,'[]',NULL,NULL,8,'2026-03-14 09:00:19.500000','73e03e6b303e1e89',NULL,NULL);
INSERT INTO "judgement" VALUES('1d7da0b6e6d565b74ee3',2,'f1982236daf4931fcb02e81a788194c9',0,9,'verified',NULL,NULL,'["https://example.org/доказ/0"]',NULL,3,5,'2026-03-14 09:00:15.000000','73e03e6b303e1e89',NULL,NULL);
INSERT INTO "judgement" VALUES('65c6be725bdd98c4dd5d',2,'f1982236daf4931fcb02e81a788194c9',1,6,'verified','added',NULL,'[]',NULL,NULL,5,'2026-03-14 09:00:15.000000','73e03e6b303e1e89',NULL,NULL);
INSERT INTO "judgement" VALUES('e317485b6b24165fbb17',2,'f1982236daf4931fcb02e81a788194c9',9,20,'disputed',NULL,NULL,'[]','Seite 3 😀
=1+1',NULL,5,'2026-03-14 09:00:15.000000','73e03e6b303e1e89',NULL,NULL);
INSERT INTO "judgement" VALUES('1d7da0b6e6d565b74ee3',3,'f1982236daf4931fcb02e81a788194c9',0,9,'disputed',NULL,NULL,'["https://example.org/доказ/1"]',NULL,3,6,'2026-03-14 09:00:16.500000','73e03e6b303e1e89',NULL,NULL);
INSERT INTO "judgement" VALUES('65c6be725bdd98c4dd5d',3,'f1982236daf4931fcb02e81a788194c9',1,7,'verified','added',NULL,'[]',NULL,NULL,6,'2026-03-14 09:00:16.500000','73e03e6b303e1e89',NULL,NULL);
INSERT INTO "judgement" VALUES('e317485b6b24165fbb17',3,'f1982236daf4931fcb02e81a788194c9',9,20,'unsourced',NULL,NULL,'[]','Seite 3 😀
=1+1',NULL,6,'2026-03-14 09:00:16.500000','73e03e6b303e1e89',NULL,NULL);
INSERT INTO "judgement" VALUES('1c0118753d7d539e4051',3,'8d1c8abd19590ae829ebf20876e10b3f',0,19,'disputed',NULL,NULL,'["https://example.org/доказ/1"]',NULL,3,2,'2026-03-14 09:00:10.500000','73e03e6b303e1e89',NULL,NULL);
INSERT INTO "judgement" VALUES('a9de2f75236808b72913',3,'8d1c8abd19590ae829ebf20876e10b3f',1,7,'verified','added',NULL,'[]',NULL,NULL,2,'2026-03-14 09:00:10.500000','73e03e6b303e1e89',NULL,NULL);
INSERT INTO "judgement" VALUES('979fca1258eabc3fc836',3,'8d1c8abd19590ae829ebf20876e10b3f',20,47,'unsourced',NULL,NULL,'[]',NULL,NULL,2,'2026-03-14 09:00:10.500000','73e03e6b303e1e89',NULL,NULL);
INSERT INTO "judgement" VALUES('00750202a7a888e8fc0b',3,'8d1c8abd19590ae829ebf20876e10b3f',48,63,'not-a-claim',NULL,NULL,'[]',NULL,NULL,2,'2026-03-14 09:00:10.500000','73e03e6b303e1e89',NULL,NULL);
INSERT INTO "judgement" VALUES('7b896306bdd48f3d643c',3,'8d1c8abd19590ae829ebf20876e10b3f',64,78,'verified',NULL,NULL,'[]','Seite 3 😀
=1+1',NULL,2,'2026-03-14 09:00:10.500000','73e03e6b303e1e89',NULL,NULL);
INSERT INTO "judgement" VALUES('1c0118753d7d539e4051',2,'8d1c8abd19590ae829ebf20876e10b3f',0,19,'unsourced',NULL,NULL,'["https://example.org/доказ/2"]',NULL,3,13,'2026-03-14 09:00:27.000000','73e03e6b303e1e89',NULL,NULL);
INSERT INTO "judgement" VALUES('a9de2f75236808b72913',2,'8d1c8abd19590ae829ebf20876e10b3f',1,8,'verified','added',NULL,'[]',NULL,NULL,13,'2026-03-14 09:00:27.000000','73e03e6b303e1e89',NULL,NULL);
INSERT INTO "judgement" VALUES('979fca1258eabc3fc836',2,'8d1c8abd19590ae829ebf20876e10b3f',20,47,'not-a-claim',NULL,NULL,'[]',NULL,NULL,13,'2026-03-14 09:00:27.000000','73e03e6b303e1e89',NULL,NULL);
INSERT INTO "judgement" VALUES('00750202a7a888e8fc0b',2,'8d1c8abd19590ae829ebf20876e10b3f',48,63,'verified',NULL,NULL,'[]',NULL,NULL,13,'2026-03-14 09:00:27.000000','73e03e6b303e1e89',NULL,NULL);
INSERT INTO "judgement" VALUES('7b896306bdd48f3d643c',2,'8d1c8abd19590ae829ebf20876e10b3f',64,78,'disputed',NULL,NULL,'[]','Seite 3 😀
=1+1',NULL,13,'2026-03-14 09:00:27.000000','73e03e6b303e1e89',NULL,NULL);
CREATE TABLE lease (
	name VARCHAR NOT NULL, 
	fence BIGINT NOT NULL, 
	holder VARCHAR NOT NULL, 
	taken_at DATETIME NOT NULL, 
	PRIMARY KEY (name)
);
INSERT INTO "lease" VALUES('publish',0,'','2026-11-30 04:22:34.335353');
INSERT INTO "lease" VALUES('pull',4,'vm:1649','2026-11-30 04:22:35.328485');
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
	claim_id VARCHAR DEFAULT '' NOT NULL, 
	project_id INTEGER NOT NULL, 
	task_id INTEGER NOT NULL, 
	seen VARCHAR, 
	sure BOOLEAN NOT NULL, 
	segmenter INTEGER DEFAULT '1' NOT NULL, 
	PRIMARY KEY (article_id, claim_id), 
	FOREIGN KEY(article_id) REFERENCES article (id)
);
INSERT INTO "publication" VALUES('8d1c8abd19590ae829ebf20876e10b3f','',1,1,'2026-03-14T09:00:28.500000Z',0,2);
INSERT INTO "publication" VALUES('4c8e25444f5f237457d6e50f77386892','',1,2,'2026-03-14T09:00:13.500000Z',1,2);
INSERT INTO "publication" VALUES('f1982236daf4931fcb02e81a788194c9','',1,3,'2026-03-14T09:00:16.500000Z',1,2);
INSERT INTO "publication" VALUES('ca979bd208c62c5520b677bd269cda41','',1,4,'2026-03-14T09:00:19.500000Z',1,2);
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
INSERT INTO "reconciliation" VALUES(1,'2026-11-30 04:22:35.263812','inventory',4,8,0,0.242,NULL);
CREATE TABLE rereading (
	article_id VARCHAR NOT NULL, 
	reading INTEGER NOT NULL, 
	claims JSON NOT NULL, 
	asked_at DATETIME NOT NULL, 
	PRIMARY KEY (article_id, reading), 
	FOREIGN KEY(article_id) REFERENCES article (id)
);
CREATE TABLE reviewer (
	id BIGINT NOT NULL, 
	email VARCHAR, 
	joined VARCHAR, 
	"key" VARCHAR NOT NULL, 
	pseudonym VARCHAR NOT NULL, 
	erased_at DATETIME, languages JSON DEFAULT '[]' NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (pseudonym)
);
INSERT INTO "reviewer" VALUES(2,'r2@example.org','2026-01-02T00:00:00Z','83681ffacd8f80e82649ef2582869432e8c464ea7fd436e5ac4cd250bb98d488','r-2b82a45c178f',NULL,'[]');
INSERT INTO "reviewer" VALUES(3,'r3@example.org','2026-01-03T00:00:00Z','af1f852c9bb7f4fa4baf06b3f284983b3a7261c6498360f5cf6e2b5090821f8b','r-66ea0745f92b',NULL,'[]');
INSERT INTO "reviewer" VALUES(4,'r4@example.org','2026-01-04T00:00:00Z','602aa3d26b5e935152f0dae7c97e9a1958527cd1f1edf3d86f8dc26c12e98278','r-33f00aa86b9f',NULL,'[]');
INSERT INTO "reviewer" VALUES(6,'r6@example.org','2026-01-06T00:00:00Z','b067f816ccbf17af21cf33c212d911140324277f068257a2fd8bffc4f4f74153','r-fe05c45669a6',NULL,'[]');
INSERT INTO "reviewer" VALUES(7,'r7@example.org','2026-01-07T00:00:00Z','98c3ac6ad80f5e71a64bcdf93ed6794e05b8899f9913da71647c7660b472b3d3','r-03279063d054',NULL,'[]');
CREATE TABLE ring (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	digest VARCHAR NOT NULL, 
	body BLOB NOT NULL, 
	arrived_at DATETIME NOT NULL, 
	outcome VARCHAR, 
	why VARCHAR, 
	UNIQUE (digest)
);
CREATE TABLE ruling (
	claim_id VARCHAR NOT NULL, 
	article_id VARCHAR NOT NULL, 
	reviewer_id BIGINT NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	verdict VARCHAR NOT NULL, 
	reason VARCHAR, 
	evidence JSON NOT NULL, 
	note VARCHAR, 
	adopted VARCHAR, 
	overruling VARCHAR, 
	delivery_id BIGINT NOT NULL, 
	said_at DATETIME NOT NULL, 
	PRIMARY KEY (claim_id)
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
CREATE INDEX ix_delivery_annotation ON delivery (annotation);
CREATE INDEX ix_delivery_task_id ON delivery (task_id);
CREATE INDEX ix_delivery_article_id ON delivery (article_id);
CREATE INDEX ix_judgement_article_id ON judgement (article_id);
CREATE INDEX ix_consensus_state ON consensus (state);
CREATE INDEX ix_consensus_article_id ON consensus (article_id);
CREATE INDEX ix_consensus_verdict ON consensus (verdict);
CREATE INDEX ix_delivery_waiting ON delivery (id) WHERE handled IS 0;
CREATE INDEX ix_standing_task_id ON standing (task_id);
CREATE INDEX ix_ring_outcome ON ring (outcome);
CREATE INDEX ix_consensus_policy ON consensus (policy);
CREATE INDEX ix_delivery_claim_id ON delivery (claim_id);
CREATE INDEX ix_judgement_codebook ON judgement (codebook);
CREATE INDEX ix_goldanswer_article_id ON goldanswer (article_id);
CREATE INDEX ix_ruling_article_id ON ruling (article_id);
CREATE INDEX ix_flag_article_id ON flag (article_id);
CREATE INDEX ix_publication_task_id ON publication (task_id);
CREATE INDEX ix_publication_seen ON publication (project_id, seen);
CREATE INDEX ix_publication_sure ON publication (project_id, sure, seen);
DELETE FROM "sqlite_sequence";
COMMIT;
