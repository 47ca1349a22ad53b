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
INSERT INTO "article" VALUES('8d1c8abd19590ae829ebf20876e10b3f','The “pier” is shut. 🚢 Eleven piles are cracked. The mayor knew. She denies it.','Pier, shut',NULL,NULL,NULL,NULL,'en','pier',NULL,NULL,'pier.txt','2026-11-30 04:41:38.279445','{"title":"front matter","language":"front matter","story":"front matter"}',2,0);
INSERT INTO "article" VALUES('4c8e25444f5f237457d6e50f77386892','Причал зачинено. Одинадцять паль тріснули. Мер знав про це.','Причал зачинено. Одинадцять паль тріснули. Мер знав про це.',NULL,NULL,NULL,NULL,'uk','pier',NULL,NULL,'pier-uk.txt','2026-11-30 04:41:38.279446','{"title":"text","language":"front matter","story":"front matter"}',2,0);
INSERT INTO "article" VALUES('f1982236daf4931fcb02e81a788194c9','桟橋は閉鎖された。杭が十一本ひび割れた。','桟橋は閉鎖された。杭が十一本ひび割れた。',NULL,NULL,NULL,NULL,'ja','pier',NULL,NULL,'pier-ja.txt','2026-11-30 04:41:38.279447','{"title":"text","language":"front matter","story":"front matter"}',2,0);
INSERT INTO "article" VALUES('ca979bd208c62c5520b677bd269cda41','أُغلق الرصيف. تشققت إحدى عشرة دعامة. 𝒜 😀','أُغلق الرصيف. تشققت إحدى عشرة دعامة. 𝒜 😀',NULL,NULL,NULL,NULL,'ar',NULL,NULL,NULL,'pier-ar.txt','2026-11-30 04:41:38.279448','{"title":"text","language":"front matter"}',2,0);
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
INSERT INTO "codebook" VALUES('b71665f672b3','{"general":"3dc929d2f118","claim":"f2bc9b5cb5c5","verified":"d3ce181e2549","disputed":"978f70caf6d0","unsourced":"4575c96c381e","not-a-claim":"ca9399f33124","pass":"41e48690bc15","disputed/contradicted":"01f35759e281","disputed/conflicting":"7285e3b3d89b","disputed/denied":"e90315f719ea","disputed/distorted":"c1496314672b","unsourced/no-attribution":"985e44fd36b3","unsourced/anonymous-only":"1ef935699871","unsourced/circular":"3ba71dee48bc","unsourced/unreachable":"16b3e3607ca9","unsourced/insufficient":"d76827e70e2e","verified: direct-quotation":"2e43b84651bb","verified: quotation-translated":"4a969f65e683","disputed/distorted: quotation-translated":"4a969f65e683","disputed/distorted: quotation-merged":"761800fa8b31","verified: anonymous-source":"f37d5ba21f83","unsourced/anonymous-only: anonymous-source":"f37d5ba21f83","disputed/distorted: number-of-sources":"b20fc808074c","disputed/denied: denial":"d78ac9cbd790","not-a-claim: prediction":"c37eecf81c61","unsourced: prediction":"c37eecf81c61","disputed/distorted: hedges":"cf5cf6a2f1ad","verified: rounded-numbers":"b3ba5b2ac9aa","disputed: rounded-numbers":"b3ba5b2ac9aa","verified: relative-dates":"9c646c8f9945","disputed: relative-dates":"9c646c8f9945","verified: names":"f96c04985acc","disputed/distorted: names":"f96c04985acc","not-a-claim: translation-debris":"53138545c3a6","disputed/distorted: translation-debris":"53138545c3a6","verified: addition":"2980ec50411d","disputed/distorted: addition":"2980ec50411d","disputed/distorted: omission":"a0a99078ebe0","verified: headline":"18f345a6281d","disputed: headline":"18f345a6281d","verified: common-knowledge":"ffc72d02ffd2","verified: hearsay":"d43331cd974a","unsourced/anonymous-only: hearsay":"d43331cd974a","unsourced/insufficient: hearsay":"d43331cd974a","disputed/contradicted: later-correction":"a8078b3c0d32"}','2026-11-30 04:41:40.624560');
CREATE TABLE "conflict" (
	claim_id VARCHAR NOT NULL, 
	article_id VARCHAR NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	votes JSON NOT NULL, 
	versions JSON NOT NULL, 
	opened_at DATETIME NOT NULL, 
	PRIMARY KEY (claim_id), 
	FOREIGN KEY(article_id) REFERENCES article (id)
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
INSERT INTO "consensus" VALUES('0f00de4931ed8d78ddf7','ca979bd208c62c5520b677bd269cda41',2,5,'insufficient',NULL,'{"verified":1,"disputed":0,"unsourced":0,"not-a-claim":0}',0,1,7.00885930281195057567e-01,0,'1 of 2 reviewers needed',NULL,NULL,'[]',1.0,'1:min=2,strict=0,labels=5b38bb4f',0);
INSERT INTO "consensus" VALUES('1d7da0b6e6d565b74ee3','f1982236daf4931fcb02e81a788194c9',0,9,'contested',NULL,'{"verified":1,"disputed":1,"unsourced":0,"not-a-claim":0}',0,0,NULL,0,'no verdict above half',NULL,NULL,'[]',NULL,'1:min=2,strict=0,labels=5b38bb4f',0);
INSERT INTO "consensus" VALUES('1db9dcb92a057135b3d8','ca979bd208c62c5520b677bd269cda41',0,40,'insufficient',NULL,'{"verified":1,"disputed":0,"unsourced":0,"not-a-claim":0}',0,1,7.00885930281195057567e-01,0,'1 of 2 reviewers needed',NULL,NULL,'[]',NULL,'1:min=2,strict=0,labels=5b38bb4f',0);
INSERT INTO "consensus" VALUES('5ba4038b70de0be24732','4c8e25444f5f237457d6e50f77386892',43,59,'insufficient',NULL,'{"verified":0,"disputed":0,"unsourced":1,"not-a-claim":0}',0,1,7.00885930281195057567e-01,0,'1 of 2 reviewers needed',NULL,NULL,'[]',NULL,'1:min=2,strict=0,labels=5b38bb4f',0);
INSERT INTO "consensus" VALUES('65c6be725bdd98c4dd5d','f1982236daf4931fcb02e81a788194c9',1,6,'agreed','verified','{"verified":2,"disputed":0,"unsourced":0,"not-a-claim":0}',0,2,8.6424264003579986948e-01,1,'all agree',NULL,0,'["two-origins"]',1.0,'1:min=2,strict=0,labels=5b38bb4f',0);
INSERT INTO "consensus" VALUES('75d82af2ea907e76c1ed','4c8e25444f5f237457d6e50f77386892',0,16,'insufficient',NULL,'{"verified":1,"disputed":0,"unsourced":0,"not-a-claim":0}',0,1,7.00885930281195057567e-01,0,'1 of 2 reviewers needed',NULL,NULL,'[]',NULL,'1:min=2,strict=0,labels=5b38bb4f',0);
INSERT INTO "consensus" VALUES('77578bf33ff8cb805770','4c8e25444f5f237457d6e50f77386892',17,42,'insufficient',NULL,'{"verified":0,"disputed":1,"unsourced":0,"not-a-claim":0}',0,1,7.00885930281195057567e-01,0,'1 of 2 reviewers needed',NULL,NULL,'[]',NULL,'1:min=2,strict=0,labels=5b38bb4f',0);
INSERT INTO "consensus" VALUES('8951f605ec67477804e2','4c8e25444f5f237457d6e50f77386892',1,6,'insufficient',NULL,'{"verified":1,"disputed":0,"unsourced":0,"not-a-claim":0}',0,1,7.00885930281195057567e-01,0,'1 of 2 reviewers needed',NULL,NULL,'[]',1.0,'1:min=2,strict=0,labels=5b38bb4f',0);
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
INSERT INTO "delivery" VALUES(1,'annotation:1@2026-03-14T09:00:09+00:00:2026-03-14T09:00:09+00:00','annotation','1@2026-03-14T09:00:09+00:00',1,'8d1c8abd19590ae829ebf20876e10b3f',2,'2026-03-14 09:00:09.000000','{"id":1,"result":[{"id":"1c0118753d7d539e4051","from_name":"verdict","to_name":"text","type":"labels","value":{"start":0,"end":19,"labels":["verified"]}},{"id":"979fca1258eabc3fc836","from_name":"verdict","to_name":"text","type":"labels","value":{"start":20,"end":47,"labels":["disputed"]}},{"id":"00750202a7a888e8fc0b","from_name":"verdict","to_name":"text","type":"labels","value":{"start":48,"end":63,"labels":["unsourced"]}},{"id":"7b896306bdd48f3d643c","from_name":"verdict","to_name":"text","type":"labels","value":{"start":64,"end":78,"labels":["not-a-claim"]}},{"from_name":"evidence","type":"textarea","value":{"text":["https://example.org/доказ/0"]},"id":"1c0118753d7d539e4051","to_name":"text","origin":"manual"},{"from_name":"note","type":"textarea","value":{"text":["Seite 3 😀\n=1+1"]},"id":"7b896306bdd48f3d643c","to_name":"text","origin":"manual"},{"from_name":"confidence","type":"rating","value":{"rating":3},"id":"1c0118753d7d539e4051","to_name":"text","origin":"manual"},{"id":"drawn0","from_name":"verdict","type":"labels","value":{"start":1,"end":6,"labels":["verified"]},"to_name":"text","origin":"manual"}],"task":1,"completed_by":2,"updated_by":2,"was_cancelled":false,"created_at":"2026-03-14T09:00:09Z","updated_at":"2026-03-14T09:00:09Z","draft_created_at":null,"parent_prediction":1,"parent_annotation":null}','c311004e1f2263ec','2026-11-30 04:41:40.768924',1,NULL,'96e9d7e8903f619695e849985f3362890f928971dd3f15cde8aaf4f30a05c03d','1@2026-03-14T09:00:01.500000Z',NULL,NULL);
INSERT INTO "delivery" VALUES(2,'annotation:2@2026-03-14T09:00:10.500000+00:00:2026-03-14T09:00:10.500000+00:00','annotation','2@2026-03-14T09:00:10.500000+00:00',1,'8d1c8abd19590ae829ebf20876e10b3f',3,'2026-03-14 09:00:10.500000','{"id":2,"result":[{"id":"1c0118753d7d539e4051","from_name":"verdict","to_name":"text","type":"labels","value":{"start":0,"end":19,"labels":["disputed"]}},{"id":"979fca1258eabc3fc836","from_name":"verdict","to_name":"text","type":"labels","value":{"start":20,"end":47,"labels":["unsourced"]}},{"id":"00750202a7a888e8fc0b","from_name":"verdict","to_name":"text","type":"labels","value":{"start":48,"end":63,"labels":["not-a-claim"]}},{"id":"7b896306bdd48f3d643c","from_name":"verdict","to_name":"text","type":"labels","value":{"start":64,"end":78,"labels":["verified"]}},{"from_name":"evidence","type":"textarea","value":{"text":["https://example.org/доказ/1"]},"id":"1c0118753d7d539e4051","to_name":"text","origin":"manual"},{"from_name":"note","type":"textarea","value":{"text":["Seite 3 😀\n=1+1"]},"id":"7b896306bdd48f3d643c","to_name":"text","origin":"manual"},{"from_name":"confidence","type":"rating","value":{"rating":3},"id":"1c0118753d7d539e4051","to_name":"text","origin":"manual"},{"id":"drawn1","from_name":"verdict","type":"labels","value":{"start":1,"end":7,"labels":["verified"]},"to_name":"text","origin":"manual"}],"task":1,"completed_by":3,"updated_by":3,"was_cancelled":false,"created_at":"2026-03-14T09:00:10.500000Z","updated_at":"2026-03-14T09:00:10.500000Z","draft_created_at":null,"parent_prediction":1,"parent_annotation":null}','c311004e1f2263ec','2026-11-30 04:41:40.768924',1,NULL,'5c8ddead3ba50fa599f881c1709f488bef8bc134d12b051eed836d2f460c29bc','1@2026-03-14T09:00:01.500000Z',NULL,NULL);
INSERT INTO "delivery" VALUES(3,'annotation:3@2026-03-14T09:00:12+00:00:2026-03-14T09:00:12+00:00','annotation','3@2026-03-14T09:00:12+00:00',2,'4c8e25444f5f237457d6e50f77386892',2,'2026-03-14 09:00:12.000000','{"id":3,"result":[{"id":"75d82af2ea907e76c1ed","from_name":"verdict","to_name":"text","type":"labels","value":{"start":0,"end":16,"labels":["verified"]}},{"id":"77578bf33ff8cb805770","from_name":"verdict","to_name":"text","type":"labels","value":{"start":17,"end":42,"labels":["disputed"]}},{"id":"5ba4038b70de0be24732","from_name":"verdict","to_name":"text","type":"labels","value":{"start":43,"end":59,"labels":["unsourced"]}},{"from_name":"evidence","type":"textarea","value":{"text":["https://example.org/доказ/0"]},"id":"75d82af2ea907e76c1ed","to_name":"text","origin":"manual"},{"from_name":"note","type":"textarea","value":{"text":["Seite 3 😀\n=1+1"]},"id":"5ba4038b70de0be24732","to_name":"text","origin":"manual"},{"from_name":"confidence","type":"rating","value":{"rating":3},"id":"75d82af2ea907e76c1ed","to_name":"text","origin":"manual"},{"id":"drawn0","from_name":"verdict","type":"labels","value":{"start":1,"end":6,"labels":["verified"]},"to_name":"text","origin":"manual"}],"task":2,"completed_by":2,"updated_by":2,"was_cancelled":false,"created_at":"2026-03-14T09:00:12Z","updated_at":"2026-03-14T09:00:12Z","draft_created_at":null,"parent_prediction":2,"parent_annotation":null}','c311004e1f2263ec','2026-11-30 04:41:40.769332',1,NULL,'a493657a68af6b989b48ebafcf07f0bdd7b9f076f8eadc40d90c024945a5aedc','1@2026-03-14T09:00:01.500000Z',NULL,NULL);
INSERT INTO "delivery" VALUES(4,'annotation:4@2026-03-14T09:00:13.500000+00:00:2026-03-14T09:00:13.500000+00:00','annotation','4@2026-03-14T09:00:13.500000+00:00',2,'4c8e25444f5f237457d6e50f77386892',3,'2026-03-14 09:00:13.500000','{"id":4,"result":[{"id":"75d82af2ea907e76c1ed","from_name":"verdict","to_name":"text","type":"labels","value":{"start":0,"end":16,"labels":["verified"]}},{"id":"77578bf33ff8cb805770","from_name":"verdict","to_name":"text","type":"labels","value":{"start":17,"end":42,"labels":["disputed"]}},{"id":"5ba4038b70de0be24732","from_name":"verdict","to_name":"text","type":"labels","value":{"start":43,"end":59,"labels":["unsourced"]}},{"from_name":"evidence","type":"textarea","value":{"text":["https://example.org/доказ/0"]},"id":"75d82af2ea907e76c1ed","to_name":"text","origin":"manual"},{"from_name":"note","type":"textarea","value":{"text":["Seite 3 😀\n=1+1"]},"id":"5ba4038b70de0be24732","to_name":"text","origin":"manual"},{"from_name":"confidence","type":"rating","value":{"rating":3},"id":"75d82af2ea907e76c1ed","to_name":"text","origin":"manual"},{"id":"drawn0","from_name":"verdict","type":"labels","value":{"start":1,"end":6,"labels":["verified"]},"to_name":"text","origin":"manual"}],"task":2,"completed_by":3,"updated_by":3,"was_cancelled":false,"created_at":"2026-03-14T09:00:13.500000Z","updated_at":"2026-03-14T09:00:13.500000Z","draft_created_at":null,"parent_prediction":2,"parent_annotation":null}','c311004e1f2263ec','2026-11-30 04:41:40.769332',1,NULL,'523e5af84c2e13be371be189f52fe993826b0b49860dd8fb805762bd6df56444','1@2026-03-14T09:00:01.500000Z',NULL,NULL);
INSERT INTO "delivery" VALUES(5,'annotation:5@2026-03-14T09:00:15+00:00:2026-03-14T09:00:15+00:00','annotation','5@2026-03-14T09:00:15+00:00',3,'f1982236daf4931fcb02e81a788194c9',2,'2026-03-14 09:00:15.000000','{"id":5,"result":[{"id":"1d7da0b6e6d565b74ee3","from_name":"verdict","to_name":"text","type":"labels","value":{"start":0,"end":9,"labels":["verified"]}},{"id":"e317485b6b24165fbb17","from_name":"verdict","to_name":"text","type":"labels","value":{"start":9,"end":20,"labels":["disputed"]}},{"from_name":"evidence","type":"textarea","value":{"text":["https://example.org/доказ/0"]},"id":"1d7da0b6e6d565b74ee3","to_name":"text","origin":"manual"},{"from_name":"note","type":"textarea","value":{"text":["Seite 3 😀\n=1+1"]},"id":"e317485b6b24165fbb17","to_name":"text","origin":"manual"},{"from_name":"confidence","type":"rating","value":{"rating":3},"id":"1d7da0b6e6d565b74ee3","to_name":"text","origin":"manual"},{"id":"drawn0","from_name":"verdict","type":"labels","value":{"start":1,"end":6,"labels":["verified"]},"to_name":"text","origin":"manual"}],"task":3,"completed_by":2,"updated_by":2,"was_cancelled":false,"created_at":"2026-03-14T09:00:15Z","updated_at":"2026-03-14T09:00:15Z","draft_created_at":null,"parent_prediction":3,"parent_annotation":null}','c311004e1f2263ec','2026-11-30 04:41:40.769490',1,NULL,'4c111877ba899078b7a87d52a2dc5df8af5a38354c2d4cf931ee5e9d89b9a41b','1@2026-03-14T09:00:01.500000Z',NULL,NULL);
INSERT INTO "delivery" VALUES(6,'annotation:6@2026-03-14T09:00:16.500000+00:00:2026-03-14T09:00:16.500000+00:00','annotation','6@2026-03-14T09:00:16.500000+00:00',3,'f1982236daf4931fcb02e81a788194c9',3,'2026-03-14 09:00:16.500000','{"id":6,"result":[{"id":"1d7da0b6e6d565b74ee3","from_name":"verdict","to_name":"text","type":"labels","value":{"start":0,"end":9,"labels":["disputed"]}},{"id":"e317485b6b24165fbb17","from_name":"verdict","to_name":"text","type":"labels","value":{"start":9,"end":20,"labels":["unsourced"]}},{"from_name":"evidence","type":"textarea","value":{"text":["https://example.org/доказ/1"]},"id":"1d7da0b6e6d565b74ee3","to_name":"text","origin":"manual"},{"from_name":"note","type":"textarea","value":{"text":["Seite 3 😀\n=1+1"]},"id":"e317485b6b24165fbb17","to_name":"text","origin":"manual"},{"from_name":"confidence","type":"rating","value":{"rating":3},"id":"1d7da0b6e6d565b74ee3","to_name":"text","origin":"manual"},{"id":"drawn1","from_name":"verdict","type":"labels","value":{"start":1,"end":7,"labels":["verified"]},"to_name":"text","origin":"manual"}],"task":3,"completed_by":3,"updated_by":3,"was_cancelled":false,"created_at":"2026-03-14T09:00:16.500000Z","updated_at":"2026-03-14T09:00:16.500000Z","draft_created_at":null,"parent_prediction":3,"parent_annotation":null}','c311004e1f2263ec','2026-11-30 04:41:40.769490',1,NULL,'632e89d4a4aef32fae9749b328ce89d5d66e7a8f49008fd949160ee9c4223ff1','1@2026-03-14T09:00:01.500000Z',NULL,NULL);
INSERT INTO "delivery" VALUES(7,'annotation:7@2026-03-14T09:00:18+00:00:2026-03-14T09:00:18+00:00','annotation','7@2026-03-14T09:00:18+00:00',4,'ca979bd208c62c5520b677bd269cda41',2,'2026-03-14 09:00:18.000000','{"id":7,"result":[{"id":"1db9dcb92a057135b3d8","from_name":"verdict","to_name":"text","type":"labels","value":{"start":0,"end":40,"labels":["verified"]}},{"from_name":"evidence","type":"textarea","value":{"text":["https://example.org/доказ/0"]},"id":"1db9dcb92a057135b3d8","to_name":"text","origin":"manual"},{"from_name":"note","type":"textarea","value":{"text":["Seite 3 😀\n=1+1"]},"id":"1db9dcb92a057135b3d8","to_name":"text","origin":"manual"},{"from_name":"confidence","type":"rating","value":{"rating":3},"id":"1db9dcb92a057135b3d8","to_name":"text","origin":"manual"},{"id":"drawn0","from_name":"verdict","type":"labels","value":{"start":1,"end":6,"labels":["verified"]},"to_name":"text","origin":"manual"}],"task":4,"completed_by":2,"updated_by":2,"was_cancelled":false,"created_at":"2026-03-14T09:00:18Z","updated_at":"2026-03-14T09:00:18Z","draft_created_at":null,"parent_prediction":4,"parent_annotation":null}','c311004e1f2263ec','2026-11-30 04:41:40.769637',1,NULL,'d804c7df96adaa4e297d6f84411403e9bb0f06fe657cc28179f744d1e3485717','1@2026-03-14T09:00:01.500000Z',NULL,NULL);
INSERT INTO "delivery" VALUES(8,'annotation:8@2026-03-14T09:00:19.500000+00:00:2026-03-14T09:00:19.500000+00:00','annotation','8@2026-03-14T09:00:19.500000+00:00',4,'ca979bd208c62c5520b677bd269cda41',3,'2026-03-14 09:00:19.500000','{"id":8,"result":[{"id":"1db9dcb92a057135b3d8","from_name":"verdict","to_name":"text","type":"labels","value":{"start":0,"end":40,"labels":["verified"]}},{"from_name":"evidence","type":"textarea","value":{"text":["https://example.org/доказ/0"]},"id":"1db9dcb92a057135b3d8","to_name":"text","origin":"manual"},{"from_name":"note","type":"textarea","value":{"text":["Seite 3 😀\n=1+1"]},"id":"1db9dcb92a057135b3d8","to_name":"text","origin":"manual"},{"from_name":"confidence","type":"rating","value":{"rating":3},"id":"1db9dcb92a057135b3d8","to_name":"text","origin":"manual"},{"id":"drawn0","from_name":"verdict","type":"labels","value":{"start":1,"end":6,"labels":["verified"]},"to_name":"text","origin":"manual"}],"task":4,"completed_by":3,"updated_by":3,"was_cancelled":false,"created_at":"2026-03-14T09:00:19.500000Z","updated_at":"2026-03-14T09:00:19.500000Z","draft_created_at":null,"parent_prediction":4,"parent_annotation":null}','c311004e1f2263ec','2026-11-30 04:41:40.769637',1,NULL,'c79a87169d94d8b97b8513d7f825aa9430ec6884dcee887b5e6f74562557a520','1@2026-03-14T09:00:01.500000Z',NULL,NULL);
INSERT INTO "delivery" VALUES(9,'annotation:9@2026-03-14T09:00:24+00:00:2026-03-14T09:00:24+00:00','annotation','9@2026-03-14T09:00:24+00:00',1,'8d1c8abd19590ae829ebf20876e10b3f',4,'2026-03-14 09:00:24.000000','{"id":9,"result":[{"id":"1c0118753d7d539e4051","from_name":"verdict","to_name":"text","type":"labels","value":{"start":0,"end":19,"labels":["disputed"]}},{"id":"979fca1258eabc3fc836","from_name":"verdict","to_name":"text","type":"labels","value":{"start":20,"end":47,"labels":["unsourced"]}},{"id":"00750202a7a888e8fc0b","from_name":"verdict","to_name":"text","type":"labels","value":{"start":48,"end":63,"labels":["not-a-claim"]}},{"id":"7b896306bdd48f3d643c","from_name":"verdict","to_name":"text","type":"labels","value":{"start":64,"end":78,"labels":["verified"]}},{"from_name":"evidence","type":"textarea","value":{"text":["https://example.org/доказ/1"]},"id":"1c0118753d7d539e4051","to_name":"text","origin":"manual"},{"from_name":"note","type":"textarea","value":{"text":["Seite 3 😀\n=1+1"]},"id":"7b896306bdd48f3d643c","to_name":"text","origin":"manual"},{"from_name":"confidence","type":"rating","value":{"rating":3},"id":"1c0118753d7d539e4051","to_name":"text","origin":"manual"},{"id":"drawn1","from_name":"verdict","type":"labels","value":{"start":1,"end":7,"labels":["verified"]},"to_name":"text","origin":"manual"}],"task":1,"completed_by":4,"updated_by":4,"was_cancelled":false,"created_at":"2026-03-14T09:00:24Z","updated_at":"2026-03-14T09:00:24Z","draft_created_at":null,"parent_prediction":1,"parent_annotation":null}','c311004e1f2263ec','2026-11-30 04:41:40.989418',1,NULL,'ad3d1ec5fecd6d9134149fc694f14d37d7180a778bc2a7dab15b99440b3c3cf4','1@2026-03-14T09:00:01.500000Z',NULL,NULL);
INSERT INTO "delivery" VALUES(10,'annotation:10@2026-03-14T09:00:25.500000+00:00:2026-03-14T09:00:25.500000+00:00','annotation','10@2026-03-14T09:00:25.500000+00:00',1,'8d1c8abd19590ae829ebf20876e10b3f',3,'2026-03-14 09:00:25.500000','{"id":10,"result":[{"id":"1c0118753d7d539e4051","from_name":"verdict","to_name":"text","type":"labels","value":{"start":0,"end":19,"labels":["claim"]}},{"id":"979fca1258eabc3fc836","from_name":"verdict","to_name":"text","type":"labels","value":{"start":20,"end":47,"labels":["claim"]}},{"id":"00750202a7a888e8fc0b","from_name":"verdict","to_name":"text","type":"labels","value":{"start":48,"end":63,"labels":["claim"]}},{"id":"7b896306bdd48f3d643c","from_name":"verdict","to_name":"text","type":"labels","value":{"start":64,"end":78,"labels":["claim"]}}],"task":1,"completed_by":5,"updated_by":3,"was_cancelled":false,"created_at":"2026-03-14T09:00:25.500000Z","updated_at":"2026-03-14T09:00:25.500000Z","draft_created_at":null,"parent_prediction":1,"parent_annotation":null}','c311004e1f2263ec','2026-11-30 04:41:40.989418',1,'saved by account 3 in the name of 5','ed8730fc9806c7e8238dda16ab00f8a74ff71ce7dc788e9f9d5d21087f98639f','1@2026-03-14T09:00:01.500000Z',NULL,NULL);
INSERT INTO "delivery" VALUES(11,'annotation:11@2026-03-14T09:00:27+00:00:2026-03-14T09:00:27+00:00','annotation','11@2026-03-14T09:00:27+00:00',1,'8d1c8abd19590ae829ebf20876e10b3f',6,'2026-03-14 09:00:27.000000','{"id":11,"result":[{"id":"1c0118753d7d539e4051","from_name":"verdict","to_name":"text","type":"labels","value":{"start":0,"end":19,"labels":["banana"]}},{"id":"979fca1258eabc3fc836","from_name":"verdict","to_name":"text","type":"labels","value":{"start":20,"end":47,"labels":["claim"]}},{"id":"00750202a7a888e8fc0b","from_name":"verdict","to_name":"text","type":"labels","value":{"start":48,"end":63,"labels":["claim"]}},{"id":"7b896306bdd48f3d643c","from_name":"verdict","to_name":"text","type":"labels","value":{"start":64,"end":78,"labels":["claim"]}}],"task":1,"completed_by":6,"updated_by":6,"was_cancelled":false,"created_at":"2026-03-14T09:00:27Z","updated_at":"2026-03-14T09:00:27Z","draft_created_at":null,"parent_prediction":1,"parent_annotation":null}','c311004e1f2263ec','2026-11-30 04:41:40.989418',1,'the region ''1c0118753d7d539e4051'' carries no label of the label config','6b1f3bd78d66740c02c95ae74cab8769a4f0364c26f82022c9f813a7d334e9fd','1@2026-03-14T09:00:01.500000Z',NULL,NULL);
INSERT INTO "delivery" VALUES(12,'annotation:12@2026-03-14T09:00:28.500000+00:00:2026-03-14T09:00:28.500000+00:00','annotation','12@2026-03-14T09:00:28.500000+00:00',1,'8d1c8abd19590ae829ebf20876e10b3f',7,'2026-03-14 09:00:28.500000','{"id":12,"result":[],"task":1,"completed_by":7,"updated_by":7,"was_cancelled":true,"created_at":"2026-03-14T09:00:28.500000Z","updated_at":"2026-03-14T09:00:28.500000Z","draft_created_at":null,"parent_prediction":1,"parent_annotation":null}','c311004e1f2263ec','2026-11-30 04:41:40.989418',1,NULL,'688ede868961988c321783a8f946f1d67c670a25d8ab9db8e80081f2614a650b','1@2026-03-14T09:00:01.500000Z',NULL,NULL);
INSERT INTO "delivery" VALUES(13,'annotation:1@2026-03-14T09:00:09+00:00:2026-03-14T09:00:30+00:00','annotation','1@2026-03-14T09:00:09+00:00',1,'8d1c8abd19590ae829ebf20876e10b3f',2,'2026-03-14 09:00:30.000000','{"id":1,"result":[{"id":"1c0118753d7d539e4051","from_name":"verdict","to_name":"text","type":"labels","value":{"start":0,"end":19,"labels":["unsourced"]}},{"id":"979fca1258eabc3fc836","from_name":"verdict","to_name":"text","type":"labels","value":{"start":20,"end":47,"labels":["not-a-claim"]}},{"id":"00750202a7a888e8fc0b","from_name":"verdict","to_name":"text","type":"labels","value":{"start":48,"end":63,"labels":["verified"]}},{"id":"7b896306bdd48f3d643c","from_name":"verdict","to_name":"text","type":"labels","value":{"start":64,"end":78,"labels":["disputed"]}},{"from_name":"evidence","type":"textarea","value":{"text":["https://example.org/доказ/2"]},"id":"1c0118753d7d539e4051","to_name":"text","origin":"manual"},{"from_name":"note","type":"textarea","value":{"text":["Seite 3 😀\n=1+1"]},"id":"7b896306bdd48f3d643c","to_name":"text","origin":"manual"},{"from_name":"confidence","type":"rating","value":{"rating":3},"id":"1c0118753d7d539e4051","to_name":"text","origin":"manual"},{"id":"drawn2","from_name":"verdict","type":"labels","value":{"start":1,"end":8,"labels":["verified"]},"to_name":"text","origin":"manual"}],"task":1,"completed_by":2,"updated_by":2,"was_cancelled":false,"created_at":"2026-03-14T09:00:09Z","updated_at":"2026-03-14T09:00:30Z","draft_created_at":null,"parent_prediction":1,"parent_annotation":null}','c311004e1f2263ec','2026-11-30 04:41:41.129711',1,NULL,'14f029adaf3256fe8124114881ffc3d0ecdef5e47fa3ca6499b2880805dfd9d6','1@2026-03-14T09:00:01.500000Z',NULL,NULL);
INSERT INTO "delivery" VALUES(14,'tombstone:9@2026-03-14T09:00:24+00:00','tombstone','9@2026-03-14T09:00:24+00:00',1,'8d1c8abd19590ae829ebf20876e10b3f',4,NULL,'{}','c311004e1f2263ec','2026-11-30 04:41:41.166260',1,NULL,'8fbe098a3d7e329967195c12b4ce6e856fb5b5232e602137a77d21ec825b0dde','1@2026-03-14T09:00:01.500000Z',NULL,NULL);
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
INSERT INTO "flag" VALUES(4,'same-regions','','4c8e25444f5f237457d6e50f77386892',3,2,0,'it holds regions that another reviewer drew');
INSERT INTO "flag" VALUES(8,'same-regions','','ca979bd208c62c5520b677bd269cda41',3,2,0,'it holds regions that another reviewer drew');
INSERT INTO "flag" VALUES(10,'forged','','8d1c8abd19590ae829ebf20876e10b3f',3,5,0,'made in the name of another');
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
INSERT INTO "installation" VALUES(1,'cee54b730655479eb51e754ff10d7005');
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
INSERT INTO "judgement" VALUES('75d82af2ea907e76c1ed',2,'4c8e25444f5f237457d6e50f77386892',0,16,'verified',NULL,NULL,'["https://example.org/доказ/0"]',NULL,3,3,'2026-03-14 09:00:12.000000','c311004e1f2263ec',NULL,NULL);
INSERT INTO "judgement" VALUES('8951f605ec67477804e2',2,'4c8e25444f5f237457d6e50f77386892',1,6,'verified','added',NULL,'[]',NULL,NULL,3,'2026-03-14 09:00:12.000000','c311004e1f2263ec',NULL,NULL);
INSERT INTO "judgement" VALUES('77578bf33ff8cb805770',2,'4c8e25444f5f237457d6e50f77386892',17,42,'disputed',NULL,NULL,'[]',NULL,NULL,3,'2026-03-14 09:00:12.000000','c311004e1f2263ec',NULL,NULL);
INSERT INTO "judgement" VALUES('5ba4038b70de0be24732',2,'4c8e25444f5f237457d6e50f77386892',43,59,'unsourced',NULL,NULL,'[]','Seite 3 😀
=1+1',NULL,3,'2026-03-14 09:00:12.000000','c311004e1f2263ec',NULL,NULL);
INSERT INTO "judgement" VALUES('75d82af2ea907e76c1ed',3,'4c8e25444f5f237457d6e50f77386892',0,16,'verified',NULL,NULL,'["https://example.org/доказ/0"]',NULL,3,4,'2026-03-14 09:00:13.500000','c311004e1f2263ec',NULL,'same-regions');
INSERT INTO "judgement" VALUES('8951f605ec67477804e2',3,'4c8e25444f5f237457d6e50f77386892',1,6,'verified','added',NULL,'[]',NULL,NULL,4,'2026-03-14 09:00:13.500000','c311004e1f2263ec',NULL,'same-regions');
INSERT INTO "judgement" VALUES('77578bf33ff8cb805770',3,'4c8e25444f5f237457d6e50f77386892',17,42,'disputed',NULL,NULL,'[]',NULL,NULL,4,'2026-03-14 09:00:13.500000','c311004e1f2263ec',NULL,'same-regions');
INSERT INTO "judgement" VALUES('5ba4038b70de0be24732',3,'4c8e25444f5f237457d6e50f77386892',43,59,'unsourced',NULL,NULL,'[]','Seite 3 😀
=1+1',NULL,4,'2026-03-14 09:00:13.500000','c311004e1f2263ec',NULL,'same-regions');
INSERT INTO "judgement" VALUES('1db9dcb92a057135b3d8',2,'ca979bd208c62c5520b677bd269cda41',0,40,'verified',NULL,NULL,'["https://example.org/доказ/0"]','Seite 3 😀
=1+1',3,7,'2026-03-14 09:00:18.000000','c311004e1f2263ec',NULL,NULL);
INSERT INTO "judgement" VALUES('0f00de4931ed8d78ddf7',2,'ca979bd208c62c5520b677bd269cda41',2,5,'verified','added',NULL,'[]',NULL,NULL,7,'2026-03-14 09:00:18.000000','c311004e1f2263ec',NULL,NULL);
INSERT INTO "judgement" VALUES('1db9dcb92a057135b3d8',3,'ca979bd208c62c5520b677bd269cda41',0,40,'verified',NULL,NULL,'["https://example.org/доказ/0"]','Seite 3 😀
=1+1',3,8,'2026-03-14 09:00:19.500000','c311004e1f2263ec',NULL,'same-regions');
INSERT INTO "judgement" VALUES('0f00de4931ed8d78ddf7',3,'ca979bd208c62c5520b677bd269cda41',2,5,'verified','added',NULL,'[]',NULL,NULL,8,'2026-03-14 09:00:19.500000','c311004e1f2263ec',NULL,'same-regions');
INSERT INTO "judgement" VALUES('1d7da0b6e6d565b74ee3',2,'f1982236daf4931fcb02e81a788194c9',0,9,'verified',NULL,NULL,'["https://example.org/доказ/0"]',NULL,3,5,'2026-03-14 09:00:15.000000','c311004e1f2263ec',NULL,NULL);
INSERT INTO "judgement" VALUES('65c6be725bdd98c4dd5d',2,'f1982236daf4931fcb02e81a788194c9',1,6,'verified','added',NULL,'[]',NULL,NULL,5,'2026-03-14 09:00:15.000000','c311004e1f2263ec',NULL,NULL);
INSERT INTO "judgement" VALUES('e317485b6b24165fbb17',2,'f1982236daf4931fcb02e81a788194c9',9,20,'disputed',NULL,NULL,'[]','Seite 3 😀
=1+1',NULL,5,'2026-03-14 09:00:15.000000','c311004e1f2263ec',NULL,NULL);
INSERT INTO "judgement" VALUES('1d7da0b6e6d565b74ee3',3,'f1982236daf4931fcb02e81a788194c9',0,9,'disputed',NULL,NULL,'["https://example.org/доказ/1"]',NULL,3,6,'2026-03-14 09:00:16.500000','c311004e1f2263ec',NULL,NULL);
INSERT INTO "judgement" VALUES('65c6be725bdd98c4dd5d',3,'f1982236daf4931fcb02e81a788194c9',1,7,'verified','added',NULL,'[]',NULL,NULL,6,'2026-03-14 09:00:16.500000','c311004e1f2263ec',NULL,NULL);
INSERT INTO "judgement" VALUES('e317485b6b24165fbb17',3,'f1982236daf4931fcb02e81a788194c9',9,20,'unsourced',NULL,NULL,'[]','Seite 3 😀
=1+1',NULL,6,'2026-03-14 09:00:16.500000','c311004e1f2263ec',NULL,NULL);
INSERT INTO "judgement" VALUES('1c0118753d7d539e4051',3,'8d1c8abd19590ae829ebf20876e10b3f',0,19,'disputed',NULL,NULL,'["https://example.org/доказ/1"]',NULL,3,2,'2026-03-14 09:00:10.500000','c311004e1f2263ec',NULL,NULL);
INSERT INTO "judgement" VALUES('a9de2f75236808b72913',3,'8d1c8abd19590ae829ebf20876e10b3f',1,7,'verified','added',NULL,'[]',NULL,NULL,2,'2026-03-14 09:00:10.500000','c311004e1f2263ec',NULL,NULL);
INSERT INTO "judgement" VALUES('979fca1258eabc3fc836',3,'8d1c8abd19590ae829ebf20876e10b3f',20,47,'unsourced',NULL,NULL,'[]',NULL,NULL,2,'2026-03-14 09:00:10.500000','c311004e1f2263ec',NULL,NULL);
INSERT INTO "judgement" VALUES('00750202a7a888e8fc0b',3,'8d1c8abd19590ae829ebf20876e10b3f',48,63,'not-a-claim',NULL,NULL,'[]',NULL,NULL,2,'2026-03-14 09:00:10.500000','c311004e1f2263ec',NULL,NULL);
INSERT INTO "judgement" VALUES('7b896306bdd48f3d643c',3,'8d1c8abd19590ae829ebf20876e10b3f',64,78,'verified',NULL,NULL,'[]','Seite 3 😀
=1+1',NULL,2,'2026-03-14 09:00:10.500000','c311004e1f2263ec',NULL,NULL);
INSERT INTO "judgement" VALUES('1c0118753d7d539e4051',2,'8d1c8abd19590ae829ebf20876e10b3f',0,19,'unsourced',NULL,NULL,'["https://example.org/доказ/2"]',NULL,3,13,'2026-03-14 09:00:30.000000','c311004e1f2263ec',NULL,NULL);
INSERT INTO "judgement" VALUES('a9de2f75236808b72913',2,'8d1c8abd19590ae829ebf20876e10b3f',1,8,'verified','added',NULL,'[]',NULL,NULL,13,'2026-03-14 09:00:30.000000','c311004e1f2263ec',NULL,NULL);
INSERT INTO "judgement" VALUES('979fca1258eabc3fc836',2,'8d1c8abd19590ae829ebf20876e10b3f',20,47,'not-a-claim',NULL,NULL,'[]',NULL,NULL,13,'2026-03-14 09:00:30.000000','c311004e1f2263ec',NULL,NULL);
INSERT INTO "judgement" VALUES('00750202a7a888e8fc0b',2,'8d1c8abd19590ae829ebf20876e10b3f',48,63,'verified',NULL,NULL,'[]',NULL,NULL,13,'2026-03-14 09:00:30.000000','c311004e1f2263ec',NULL,NULL);
INSERT INTO "judgement" VALUES('7b896306bdd48f3d643c',2,'8d1c8abd19590ae829ebf20876e10b3f',64,78,'disputed',NULL,NULL,'[]','Seite 3 😀
=1+1',NULL,13,'2026-03-14 09:00:30.000000','c311004e1f2263ec',NULL,NULL);
CREATE TABLE lease (
	name VARCHAR NOT NULL, 
	fence BIGINT NOT NULL, 
	holder VARCHAR NOT NULL, 
	taken_at DATETIME NOT NULL, 
	PRIMARY KEY (name)
);
INSERT INTO "lease" VALUES('publish',0,'','2026-11-30 04:41:40.328073');
INSERT INTO "lease" VALUES('rereading',0,'','2026-11-30 04:41:40.748158');
INSERT INTO "lease" VALUES('pull',4,'vm:638','2026-11-30 04:41:41.195345');
CREATE TABLE "match" (
	claim_id VARCHAR NOT NULL, 
	origin_id VARCHAR NOT NULL, 
	start INTEGER, 
	"end" INTEGER, 
	drifts JSON NOT NULL, 
	PRIMARY KEY (claim_id), 
	FOREIGN KEY(origin_id) REFERENCES article (id)
);
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
INSERT INTO "publication" VALUES('8d1c8abd19590ae829ebf20876e10b3f','',1,1,'2026-03-14T09:00:31.500000Z',0,2);
INSERT INTO "publication" VALUES('4c8e25444f5f237457d6e50f77386892','',1,2,'2026-03-14T09:00:13.500000Z',1,2);
INSERT INTO "publication" VALUES('f1982236daf4931fcb02e81a788194c9','',1,3,'2026-03-14T09:00:22.500000Z',1,2);
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
INSERT INTO "reconciliation" VALUES(1,'2026-11-30 04:41:40.959874','inventory',4,8,0,0.199,NULL);
CREATE TABLE rereading (
	article_id VARCHAR NOT NULL, 
	reading INTEGER NOT NULL, 
	claims JSON NOT NULL, 
	asked_at DATETIME NOT NULL, 
	PRIMARY KEY (article_id, reading), 
	FOREIGN KEY(article_id) REFERENCES article (id)
);
INSERT INTO "rereading" VALUES('8d1c8abd19590ae829ebf20876e10b3f',3,'["1c0118753d7d539e4051","979fca1258eabc3fc836","00750202a7a888e8fc0b","7b896306bdd48f3d643c"]','2026-03-14 09:00:10.500000');
INSERT INTO "rereading" VALUES('f1982236daf4931fcb02e81a788194c9',3,'["1d7da0b6e6d565b74ee3","e317485b6b24165fbb17"]','2026-03-14 09:00:16.500000');
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
INSERT INTO "reviewer" VALUES(2,'r2@example.org','2026-01-02T00:00:00Z','731d5fb94bb75a8b2e8a6378a969bdc52ee88da679901999a6dd38597de8d993','r-38459e293846',NULL,'[]');
INSERT INTO "reviewer" VALUES(3,'r3@example.org','2026-01-03T00:00:00Z','0050fec12c964de64aa28672ebd7dd2a6413528f15d3f9cc6ce431c845d21ef4','r-d94e085f2930',NULL,'[]');
INSERT INTO "reviewer" VALUES(4,'r4@example.org','2026-01-04T00:00:00Z','50b58dc3363fc437da150f47aa6be98bd1e026e239575e74bb4bd8525aa8d8cf','r-da429cc71d4e',NULL,'[]');
INSERT INTO "reviewer" VALUES(6,'r6@example.org','2026-01-06T00:00:00Z','c1b2a70a4c6e6d63a7e23f50047af1f526a3467af6013a78aac63bad07ed2488','r-fd4cc3ef3684',NULL,'[]');
INSERT INTO "reviewer" VALUES(7,'r7@example.org','2026-01-07T00:00:00Z','7daf4e99f389d0246111a16d61335a98998de890ca74be43afab06f8e7deef44','r-44d690c27099',NULL,'[]');
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
INSERT INTO "standing" VALUES('9@2026-03-14T09:00:24+00:00',14,'1@2026-03-14T09:00:01.500000Z',1,'8d1c8abd19590ae829ebf20876e10b3f',1);
INSERT INTO "standing" VALUES('10@2026-03-14T09:00:25.500000+00:00',10,'1@2026-03-14T09:00:01.500000Z',1,'8d1c8abd19590ae829ebf20876e10b3f',0);
INSERT INTO "standing" VALUES('11@2026-03-14T09:00:27+00:00',11,'1@2026-03-14T09:00:01.500000Z',1,'8d1c8abd19590ae829ebf20876e10b3f',0);
INSERT INTO "standing" VALUES('12@2026-03-14T09:00:28.500000+00:00',12,'1@2026-03-14T09:00:01.500000Z',1,'8d1c8abd19590ae829ebf20876e10b3f',0);
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
CREATE INDEX ix_delivery_task_id ON delivery (task_id);
CREATE INDEX ix_delivery_annotation ON delivery (annotation);
CREATE INDEX ix_delivery_article_id ON delivery (article_id);
CREATE INDEX ix_judgement_article_id ON judgement (article_id);
CREATE INDEX ix_consensus_article_id ON consensus (article_id);
CREATE INDEX ix_consensus_state ON consensus (state);
CREATE INDEX ix_consensus_verdict ON consensus (verdict);
CREATE INDEX ix_delivery_waiting ON delivery (id) WHERE handled IS 0;
CREATE INDEX ix_standing_task_id ON standing (task_id);
CREATE INDEX ix_ring_outcome ON ring (outcome);
CREATE INDEX ix_consensus_policy ON consensus (policy);
CREATE INDEX ix_delivery_claim_id ON delivery (claim_id);
CREATE INDEX ix_judgement_codebook ON judgement (codebook);
CREATE INDEX ix_goldanswer_article_id ON goldanswer (article_id);
CREATE INDEX ix_conflict_article_id ON "conflict" (article_id);
CREATE INDEX ix_ruling_article_id ON ruling (article_id);
CREATE INDEX ix_flag_article_id ON flag (article_id);
CREATE INDEX ix_match_origin_id ON "match" (origin_id);
CREATE INDEX ix_publication_task_id ON publication (task_id);
CREATE INDEX ix_publication_seen ON publication (project_id, seen);
CREATE INDEX ix_publication_sure ON publication (project_id, sure, seen);
DELETE FROM "sqlite_sequence";
COMMIT;
