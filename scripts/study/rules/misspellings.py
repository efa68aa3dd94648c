"""Common misspellings of English words, and the words that are meant."""

from __future__ import annotations

_PAIRS = """
accidentaly accidentally, accomodate accommodate, acheive achieve, acheived achieved, accross across, acknowlege acknowledge,
acutal actual, addtional additional, adress address, adresses addresses, agian again, alot a lot, allready already,
altough although, alway always, amoung among, anual annual, apparantly apparently, appearence appearance,
aproach approach, approch approach, aproval approval, aproved approved, approvel approval, arguement argument, artefcat artifact,
assesment assessment, asynchonous asynchronous, asyncronous asynchronous, attribtue attribute, authentification authentication,
automaticaly automatically, availble available, avaiable available, availabe available, becuase because, becasue because, becouse because,
befor before, begining beginning, beleive believe, benifit benefit, betwen between, bewteen between, buisness business,
calender calendar, catagory category, cathegory category, charachter character, charcter character, choosen chosen, colum column,
comming coming, commited committed, committment commitment, comparision comparison, compatability compatibility,
completly completely, complience compliance, concious conscious, condidtion condition, configuraiton configuration,
connnection connection, consistant consistent, containes contains, controled controlled, convinient convenient, corect correct,
coresponding corresponding, correspoding corresponding, critera criteria, curent current, currenly currently, custmized customized,
dataest dataset, datset dataset, decison decision, defalut default, defination definition, definately definitely, definitly definitely, defintion definition,
dependancy dependency, deploment deployment, deployement deployment, desciption description, describtion description,
desicion decision, detials details, develope develop, developement development, diferent different, diffrent different,
dissapear disappear, docuemnt document, documention documentation, doesnt doesn't, dont don't, drfit drift, durring during,
easely easily, effecient efficient, eligable eligible, embarass embarrass, endpiont endpoint, enpoint endpoint, enviroment environment,
enviornment environment, environemnt environment, equivelant equivalent, especialy especially, evaluaton evaluation, evalutaion evaluation,
eventualy eventually, exemple example, examle example, exapmle example, excecute execute, existance existence, existant existent, expecially especially,
experiance experience, explaination explanation, explainabilty explainability, explenation explanation, expresion expression,
familar familiar, feautre feature, featrue feature, finaly finally, folowing following, follwing following, foward forward, freqently frequently,
fucntion function, funciton function, furhter further, futher further, garantee guarantee, gaurantee guarantee, generaly generally,
goverment government, govermance governance, governence governance, guidence guidance, happend happened, harrass harass, heigth height, hierachy hierarchy,
higer higher, hte the, identifer identifier, immediatly immediately, implemention implementation, importent important,
improvment improvement, incase in case, inculde include, independant independent, indentify identify, infomation information, informations information,
initialy initially, instace instance, instad instead, insted instead, intance instance, intergrate integrate, intresting interesting,
interupt interrupt, irrelevent irrelevant, isnt isn't, knowlege knowledge, labled labeled, langauge language, lenght length, liase liaise,
liason liaison, libary library, likley likely, lineague lineage, linage lineage, maintainance maintenance, maintenence maintenance, managment management,
manualy manually, meaured measured, measurment measurement, mesage message, millenium millennium, mispelled misspelled, misspeled misspelled, modle model, moniter monitor,
monitering monitoring, montior monitor, neccessary necessary, necesary necessary, neccesary necessary, noticable noticeable, noticible noticeable, nubmer number, obfuscaton obfuscation,
occassion occasion, occasionaly occasionally, occured occurred, occurence occurrence, occurance occurrence, occuring occurring, offical official, ommit omit, ommitted omitted,
oportunity opportunity, optimzation optimization, orginal original, orignal original, ouput output, outut output, overide override, overriden overridden, paramater parameter,
paramter parameter, parametre parameter, parrallel parallel, paralell parallel, particulary particularly, peice piece, peformance performance, performace performance, perfomance performance, permanant permanent,
permision permission, permisson permission, persistant persistent, personel personnel, personaly personally, pipline pipeline, pipelien pipeline, posible possible, possition position, possiblity possibility, practioner practitioner,
prefered preferred, preferrable preferable, precise precise, preceeding preceding, prediciton prediction, predicton prediction, presense presence, previosly previously, previuos previous, priviledge privilege, privelege privilege, probablity probability,
probaly probably, proccess process, procces process, procesing processing, profesional professional, proffesional professional, programatically programmatically, propery property, prupose purpose, publically publicly,
pyhton python, quailty quality, qaulity quality, quesiton question, questoin question, realy really, reciept receipt, recieve receive, recieved received, recieves receives, recomend recommend, recomended recommended, recommand recommend, refered referred,
referal referral, refering referring, regester register, regsiter register, registery registry, regulary regularly, relase release, relevent relevant, reliablity reliability, remeber remember, remvoe remove, repetive repetitive, reponse response, reproducability reproducibility,
reproducibilty reproducibility, requirment requirement, requriement requirement, resonable reasonable, resourse resource, resouce resource, responce response, responsability responsibility, responsable responsible, responsibilty responsibility, retreive retrieve, retrive retrieve, retrian retrain,
rythm rhythm, scedule schedule, schedual schedule, secratary secretary, secuirty security, securtiy security, seperate separate, seperated separated, seperately separately, seperation separation, servce service, sevice service, serivce service, severly severely, shoud should, shold should,
similiar similar, similarily similarly, simmilar similar, sincerly sincerely, sould should, speach speech, specfic specific, specifc specific, specifiy specify, stil still, stategy strategy, stroage storage, sucess success, succesful successful, succesfully successfully, successfull successful, sucessful successful,
sufficent sufficient, superceed supersede, supercede supersede, suport support, supose suppose, suprise surprise, surpress suppress, synchonous synchronous, tage stage, teh the, tempory temporary, temperary temporary, thats that's, theyre they're, therfore therefore, thier their, thorougly thoroughly,
threshhold threshold, thresold threshold, throught through, thru through, timstamp timestamp, togehter together, tommorow tomorrow, tomorow tomorrow, traget target, trainig training, trainning training, traning training, transfered transferred, transfering transferring, transformaton transformation, truely truly,
tyhe the, unfortunatly unfortunately, unkown unknown, unecessary unnecessary, unneccessary unnecessary, untill until, usefull useful, usally usually, usualy usually, vaild valid, validaton validation, valus values, varient variant, verison version, verson version, vesion version, visable visible, visibilty visibility,
wether whether, wheter whether, whcih which, wich which, wihtout without, withouth without, wierd weird, writen written, writting writing, woudl would, wroking working, yeild yield
"""

MISSPELLINGS = {
    typed: right
    for pair in " ".join(_PAIRS.split()).split(",")
    for typed, _, right in [pair.strip().partition(" ")]
    if typed and typed != right
}
