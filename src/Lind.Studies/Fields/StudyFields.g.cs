// Generated from Data/fields.tsv; FieldCatalogueTests shows how it is made and that it is current.
namespace Lind.Studies.Fields;

/// <summary>Every field by its piece name.</summary>
public static class StudyFields
{
    /// <summary><c>protocolSection</c></summary>
    public static StudyField ProtocolSection { get; } = FieldCatalogue.All[0];

    /// <summary><c>protocolSection.identificationModule</c></summary>
    public static StudyField IdentificationModule { get; } = FieldCatalogue.All[1];

    /// <summary><c>protocolSection.identificationModule.nctId</c></summary>
    public static StudyField NCTId { get; } = FieldCatalogue.All[2];

    /// <summary><c>protocolSection.identificationModule.nctIdAliases</c></summary>
    public static StudyField NCTIdAlias { get; } = FieldCatalogue.All[3];

    /// <summary><c>protocolSection.identificationModule.orgStudyIdInfo</c></summary>
    public static StudyField OrgStudyIdInfo { get; } = FieldCatalogue.All[4];

    /// <summary><c>protocolSection.identificationModule.orgStudyIdInfo.id</c></summary>
    public static StudyField OrgStudyId { get; } = FieldCatalogue.All[5];

    /// <summary><c>protocolSection.identificationModule.orgStudyIdInfo.type</c></summary>
    public static StudyField OrgStudyIdType { get; } = FieldCatalogue.All[6];

    /// <summary><c>protocolSection.identificationModule.orgStudyIdInfo.link</c></summary>
    public static StudyField OrgStudyIdLink { get; } = FieldCatalogue.All[7];

    /// <summary><c>protocolSection.identificationModule.secondaryIdInfos</c></summary>
    public static StudyField SecondaryIdInfo { get; } = FieldCatalogue.All[8];

    /// <summary><c>protocolSection.identificationModule.secondaryIdInfos.id</c></summary>
    public static StudyField SecondaryId { get; } = FieldCatalogue.All[9];

    /// <summary><c>protocolSection.identificationModule.secondaryIdInfos.type</c></summary>
    public static StudyField SecondaryIdType { get; } = FieldCatalogue.All[10];

    /// <summary><c>protocolSection.identificationModule.secondaryIdInfos.domain</c></summary>
    public static StudyField SecondaryIdDomain { get; } = FieldCatalogue.All[11];

    /// <summary><c>protocolSection.identificationModule.secondaryIdInfos.link</c></summary>
    public static StudyField SecondaryIdLink { get; } = FieldCatalogue.All[12];

    /// <summary><c>protocolSection.identificationModule.briefTitle</c></summary>
    public static StudyField BriefTitle { get; } = FieldCatalogue.All[13];

    /// <summary><c>protocolSection.identificationModule.officialTitle</c></summary>
    public static StudyField OfficialTitle { get; } = FieldCatalogue.All[14];

    /// <summary><c>protocolSection.identificationModule.acronym</c></summary>
    public static StudyField Acronym { get; } = FieldCatalogue.All[15];

    /// <summary><c>protocolSection.identificationModule.organization</c></summary>
    public static StudyField Organization { get; } = FieldCatalogue.All[16];

    /// <summary><c>protocolSection.identificationModule.organization.fullName</c></summary>
    public static StudyField OrgFullName { get; } = FieldCatalogue.All[17];

    /// <summary><c>protocolSection.identificationModule.organization.class</c></summary>
    public static StudyField OrgClass { get; } = FieldCatalogue.All[18];

    /// <summary><c>protocolSection.statusModule</c></summary>
    public static StudyField StatusModule { get; } = FieldCatalogue.All[19];

    /// <summary><c>protocolSection.statusModule.statusVerifiedDate</c></summary>
    public static StudyField StatusVerifiedDate { get; } = FieldCatalogue.All[20];

    /// <summary><c>protocolSection.statusModule.overallStatus</c></summary>
    public static StudyField OverallStatus { get; } = FieldCatalogue.All[21];

    /// <summary><c>protocolSection.statusModule.lastKnownStatus</c></summary>
    public static StudyField LastKnownStatus { get; } = FieldCatalogue.All[22];

    /// <summary><c>protocolSection.statusModule.delayedPosting</c></summary>
    public static StudyField DelayedPosting { get; } = FieldCatalogue.All[23];

    /// <summary><c>protocolSection.statusModule.whyStopped</c></summary>
    public static StudyField WhyStopped { get; } = FieldCatalogue.All[24];

    /// <summary><c>protocolSection.statusModule.expandedAccessInfo</c></summary>
    public static StudyField ExpandedAccessInfo { get; } = FieldCatalogue.All[25];

    /// <summary><c>protocolSection.statusModule.expandedAccessInfo.hasExpandedAccess</c></summary>
    public static StudyField HasExpandedAccess { get; } = FieldCatalogue.All[26];

    /// <summary><c>protocolSection.statusModule.expandedAccessInfo.nctId</c></summary>
    public static StudyField ExpandedAccessNCTId { get; } = FieldCatalogue.All[27];

    /// <summary><c>protocolSection.statusModule.expandedAccessInfo.statusForNctId</c></summary>
    public static StudyField ExpandedAccessStatusForNCTId { get; } = FieldCatalogue.All[28];

    /// <summary><c>protocolSection.statusModule.startDateStruct</c></summary>
    public static StudyField StartDateStruct { get; } = FieldCatalogue.All[29];

    /// <summary><c>protocolSection.statusModule.startDateStruct.date</c></summary>
    public static StudyField StartDate { get; } = FieldCatalogue.All[30];

    /// <summary><c>protocolSection.statusModule.startDateStruct.type</c></summary>
    public static StudyField StartDateType { get; } = FieldCatalogue.All[31];

    /// <summary><c>protocolSection.statusModule.primaryCompletionDateStruct</c></summary>
    public static StudyField PrimaryCompletionDateStruct { get; } = FieldCatalogue.All[32];

    /// <summary><c>protocolSection.statusModule.primaryCompletionDateStruct.date</c></summary>
    public static StudyField PrimaryCompletionDate { get; } = FieldCatalogue.All[33];

    /// <summary><c>protocolSection.statusModule.primaryCompletionDateStruct.type</c></summary>
    public static StudyField PrimaryCompletionDateType { get; } = FieldCatalogue.All[34];

    /// <summary><c>protocolSection.statusModule.completionDateStruct</c></summary>
    public static StudyField CompletionDateStruct { get; } = FieldCatalogue.All[35];

    /// <summary><c>protocolSection.statusModule.completionDateStruct.date</c></summary>
    public static StudyField CompletionDate { get; } = FieldCatalogue.All[36];

    /// <summary><c>protocolSection.statusModule.completionDateStruct.type</c></summary>
    public static StudyField CompletionDateType { get; } = FieldCatalogue.All[37];

    /// <summary><c>protocolSection.statusModule.studyFirstSubmitDate</c></summary>
    public static StudyField StudyFirstSubmitDate { get; } = FieldCatalogue.All[38];

    /// <summary><c>protocolSection.statusModule.studyFirstSubmitQcDate</c></summary>
    public static StudyField StudyFirstSubmitQCDate { get; } = FieldCatalogue.All[39];

    /// <summary><c>protocolSection.statusModule.studyFirstPostDateStruct</c></summary>
    public static StudyField StudyFirstPostDateStruct { get; } = FieldCatalogue.All[40];

    /// <summary><c>protocolSection.statusModule.studyFirstPostDateStruct.date</c></summary>
    public static StudyField StudyFirstPostDate { get; } = FieldCatalogue.All[41];

    /// <summary><c>protocolSection.statusModule.studyFirstPostDateStruct.type</c></summary>
    public static StudyField StudyFirstPostDateType { get; } = FieldCatalogue.All[42];

    /// <summary><c>protocolSection.statusModule.resultsWaived</c></summary>
    public static StudyField ResultsWaived { get; } = FieldCatalogue.All[43];

    /// <summary><c>protocolSection.statusModule.resultsFirstSubmitDate</c></summary>
    public static StudyField ResultsFirstSubmitDate { get; } = FieldCatalogue.All[44];

    /// <summary><c>protocolSection.statusModule.resultsFirstSubmitQcDate</c></summary>
    public static StudyField ResultsFirstSubmitQCDate { get; } = FieldCatalogue.All[45];

    /// <summary><c>protocolSection.statusModule.resultsFirstPostDateStruct</c></summary>
    public static StudyField ResultsFirstPostDateStruct { get; } = FieldCatalogue.All[46];

    /// <summary><c>protocolSection.statusModule.resultsFirstPostDateStruct.date</c></summary>
    public static StudyField ResultsFirstPostDate { get; } = FieldCatalogue.All[47];

    /// <summary><c>protocolSection.statusModule.resultsFirstPostDateStruct.type</c></summary>
    public static StudyField ResultsFirstPostDateType { get; } = FieldCatalogue.All[48];

    /// <summary><c>protocolSection.statusModule.dispFirstSubmitDate</c></summary>
    public static StudyField DispFirstSubmitDate { get; } = FieldCatalogue.All[49];

    /// <summary><c>protocolSection.statusModule.dispFirstSubmitQcDate</c></summary>
    public static StudyField DispFirstSubmitQCDate { get; } = FieldCatalogue.All[50];

    /// <summary><c>protocolSection.statusModule.dispFirstPostDateStruct</c></summary>
    public static StudyField DispFirstPostDateStruct { get; } = FieldCatalogue.All[51];

    /// <summary><c>protocolSection.statusModule.dispFirstPostDateStruct.date</c></summary>
    public static StudyField DispFirstPostDate { get; } = FieldCatalogue.All[52];

    /// <summary><c>protocolSection.statusModule.dispFirstPostDateStruct.type</c></summary>
    public static StudyField DispFirstPostDateType { get; } = FieldCatalogue.All[53];

    /// <summary><c>protocolSection.statusModule.lastUpdateSubmitDate</c></summary>
    public static StudyField LastUpdateSubmitDate { get; } = FieldCatalogue.All[54];

    /// <summary><c>protocolSection.statusModule.lastUpdatePostDateStruct</c></summary>
    public static StudyField LastUpdatePostDateStruct { get; } = FieldCatalogue.All[55];

    /// <summary><c>protocolSection.statusModule.lastUpdatePostDateStruct.date</c></summary>
    public static StudyField LastUpdatePostDate { get; } = FieldCatalogue.All[56];

    /// <summary><c>protocolSection.statusModule.lastUpdatePostDateStruct.type</c></summary>
    public static StudyField LastUpdatePostDateType { get; } = FieldCatalogue.All[57];

    /// <summary><c>protocolSection.sponsorCollaboratorsModule</c></summary>
    public static StudyField SponsorCollaboratorsModule { get; } = FieldCatalogue.All[58];

    /// <summary><c>protocolSection.sponsorCollaboratorsModule.responsibleParty</c></summary>
    public static StudyField ResponsibleParty { get; } = FieldCatalogue.All[59];

    /// <summary><c>protocolSection.sponsorCollaboratorsModule.responsibleParty.type</c></summary>
    public static StudyField ResponsiblePartyType { get; } = FieldCatalogue.All[60];

    /// <summary><c>protocolSection.sponsorCollaboratorsModule.responsibleParty.investigatorFullName</c></summary>
    public static StudyField ResponsiblePartyInvestigatorFullName { get; } = FieldCatalogue.All[61];

    /// <summary><c>protocolSection.sponsorCollaboratorsModule.responsibleParty.investigatorTitle</c></summary>
    public static StudyField ResponsiblePartyInvestigatorTitle { get; } = FieldCatalogue.All[62];

    /// <summary><c>protocolSection.sponsorCollaboratorsModule.responsibleParty.investigatorAffiliation</c></summary>
    public static StudyField ResponsiblePartyInvestigatorAffiliation { get; } = FieldCatalogue.All[63];

    /// <summary><c>protocolSection.sponsorCollaboratorsModule.responsibleParty.oldNameTitle</c></summary>
    public static StudyField ResponsiblePartyOldNameTitle { get; } = FieldCatalogue.All[64];

    /// <summary><c>protocolSection.sponsorCollaboratorsModule.responsibleParty.oldOrganization</c></summary>
    public static StudyField ResponsiblePartyOldOrganization { get; } = FieldCatalogue.All[65];

    /// <summary><c>protocolSection.sponsorCollaboratorsModule.leadSponsor</c></summary>
    public static StudyField LeadSponsor { get; } = FieldCatalogue.All[66];

    /// <summary><c>protocolSection.sponsorCollaboratorsModule.leadSponsor.name</c></summary>
    public static StudyField LeadSponsorName { get; } = FieldCatalogue.All[67];

    /// <summary><c>protocolSection.sponsorCollaboratorsModule.leadSponsor.class</c></summary>
    public static StudyField LeadSponsorClass { get; } = FieldCatalogue.All[68];

    /// <summary><c>protocolSection.sponsorCollaboratorsModule.collaborators</c></summary>
    public static StudyField Collaborator { get; } = FieldCatalogue.All[69];

    /// <summary><c>protocolSection.sponsorCollaboratorsModule.collaborators.name</c></summary>
    public static StudyField CollaboratorName { get; } = FieldCatalogue.All[70];

    /// <summary><c>protocolSection.sponsorCollaboratorsModule.collaborators.class</c></summary>
    public static StudyField CollaboratorClass { get; } = FieldCatalogue.All[71];

    /// <summary><c>protocolSection.oversightModule</c></summary>
    public static StudyField OversightModule { get; } = FieldCatalogue.All[72];

    /// <summary><c>protocolSection.oversightModule.oversightHasDmc</c></summary>
    public static StudyField OversightHasDMC { get; } = FieldCatalogue.All[73];

    /// <summary><c>protocolSection.oversightModule.isFdaRegulatedDrug</c></summary>
    public static StudyField IsFDARegulatedDrug { get; } = FieldCatalogue.All[74];

    /// <summary><c>protocolSection.oversightModule.isFdaRegulatedDevice</c></summary>
    public static StudyField IsFDARegulatedDevice { get; } = FieldCatalogue.All[75];

    /// <summary><c>protocolSection.oversightModule.isUnapprovedDevice</c></summary>
    public static StudyField IsUnapprovedDevice { get; } = FieldCatalogue.All[76];

    /// <summary><c>protocolSection.oversightModule.isPpsd</c></summary>
    public static StudyField IsPPSD { get; } = FieldCatalogue.All[77];

    /// <summary><c>protocolSection.oversightModule.isUsExport</c></summary>
    public static StudyField IsUSExport { get; } = FieldCatalogue.All[78];

    /// <summary><c>protocolSection.oversightModule.fdaaa801Violation</c></summary>
    public static StudyField FDAAA801Violation { get; } = FieldCatalogue.All[79];

    /// <summary><c>protocolSection.descriptionModule</c></summary>
    public static StudyField DescriptionModule { get; } = FieldCatalogue.All[80];

    /// <summary><c>protocolSection.descriptionModule.briefSummary</c></summary>
    public static StudyField BriefSummary { get; } = FieldCatalogue.All[81];

    /// <summary><c>protocolSection.descriptionModule.detailedDescription</c></summary>
    public static StudyField DetailedDescription { get; } = FieldCatalogue.All[82];

    /// <summary><c>protocolSection.conditionsModule</c></summary>
    public static StudyField ConditionsModule { get; } = FieldCatalogue.All[83];

    /// <summary><c>protocolSection.conditionsModule.conditions</c></summary>
    public static StudyField Condition { get; } = FieldCatalogue.All[84];

    /// <summary><c>protocolSection.conditionsModule.keywords</c></summary>
    public static StudyField Keyword { get; } = FieldCatalogue.All[85];

    /// <summary><c>protocolSection.designModule</c></summary>
    public static StudyField DesignModule { get; } = FieldCatalogue.All[86];

    /// <summary><c>protocolSection.designModule.studyType</c></summary>
    public static StudyField StudyType { get; } = FieldCatalogue.All[87];

    /// <summary><c>protocolSection.designModule.nPtrsToThisExpAccNctId</c></summary>
    public static StudyField NPtrsToThisExpAccNCTId { get; } = FieldCatalogue.All[88];

    /// <summary><c>protocolSection.designModule.expandedAccessTypes</c></summary>
    public static StudyField ExpandedAccessTypes { get; } = FieldCatalogue.All[89];

    /// <summary><c>protocolSection.designModule.expandedAccessTypes.individual</c></summary>
    public static StudyField ExpAccTypeIndividual { get; } = FieldCatalogue.All[90];

    /// <summary><c>protocolSection.designModule.expandedAccessTypes.intermediate</c></summary>
    public static StudyField ExpAccTypeIntermediate { get; } = FieldCatalogue.All[91];

    /// <summary><c>protocolSection.designModule.expandedAccessTypes.treatment</c></summary>
    public static StudyField ExpAccTypeTreatment { get; } = FieldCatalogue.All[92];

    /// <summary><c>protocolSection.designModule.patientRegistry</c></summary>
    public static StudyField PatientRegistry { get; } = FieldCatalogue.All[93];

    /// <summary><c>protocolSection.designModule.targetDuration</c></summary>
    public static StudyField TargetDuration { get; } = FieldCatalogue.All[94];

    /// <summary><c>protocolSection.designModule.phases</c></summary>
    public static StudyField Phase { get; } = FieldCatalogue.All[95];

    /// <summary><c>protocolSection.designModule.designInfo</c></summary>
    public static StudyField DesignInfo { get; } = FieldCatalogue.All[96];

    /// <summary><c>protocolSection.designModule.designInfo.allocation</c></summary>
    public static StudyField DesignAllocation { get; } = FieldCatalogue.All[97];

    /// <summary><c>protocolSection.designModule.designInfo.interventionModel</c></summary>
    public static StudyField DesignInterventionModel { get; } = FieldCatalogue.All[98];

    /// <summary><c>protocolSection.designModule.designInfo.interventionModelDescription</c></summary>
    public static StudyField DesignInterventionModelDescription { get; } = FieldCatalogue.All[99];

    /// <summary><c>protocolSection.designModule.designInfo.primaryPurpose</c></summary>
    public static StudyField DesignPrimaryPurpose { get; } = FieldCatalogue.All[100];

    /// <summary><c>protocolSection.designModule.designInfo.observationalModel</c></summary>
    public static StudyField DesignObservationalModel { get; } = FieldCatalogue.All[101];

    /// <summary><c>protocolSection.designModule.designInfo.timePerspective</c></summary>
    public static StudyField DesignTimePerspective { get; } = FieldCatalogue.All[102];

    /// <summary><c>protocolSection.designModule.designInfo.maskingInfo</c></summary>
    public static StudyField DesignMaskingInfo { get; } = FieldCatalogue.All[103];

    /// <summary><c>protocolSection.designModule.designInfo.maskingInfo.masking</c></summary>
    public static StudyField DesignMasking { get; } = FieldCatalogue.All[104];

    /// <summary><c>protocolSection.designModule.designInfo.maskingInfo.maskingDescription</c></summary>
    public static StudyField DesignMaskingDescription { get; } = FieldCatalogue.All[105];

    /// <summary><c>protocolSection.designModule.designInfo.maskingInfo.whoMasked</c></summary>
    public static StudyField DesignWhoMasked { get; } = FieldCatalogue.All[106];

    /// <summary><c>protocolSection.designModule.bioSpec</c></summary>
    public static StudyField BioSpec { get; } = FieldCatalogue.All[107];

    /// <summary><c>protocolSection.designModule.bioSpec.retention</c></summary>
    public static StudyField BioSpecRetention { get; } = FieldCatalogue.All[108];

    /// <summary><c>protocolSection.designModule.bioSpec.description</c></summary>
    public static StudyField BioSpecDescription { get; } = FieldCatalogue.All[109];

    /// <summary><c>protocolSection.designModule.enrollmentInfo</c></summary>
    public static StudyField EnrollmentInfo { get; } = FieldCatalogue.All[110];

    /// <summary><c>protocolSection.designModule.enrollmentInfo.count</c></summary>
    public static StudyField EnrollmentCount { get; } = FieldCatalogue.All[111];

    /// <summary><c>protocolSection.designModule.enrollmentInfo.type</c></summary>
    public static StudyField EnrollmentType { get; } = FieldCatalogue.All[112];

    /// <summary><c>protocolSection.armsInterventionsModule</c></summary>
    public static StudyField ArmsInterventionsModule { get; } = FieldCatalogue.All[113];

    /// <summary><c>protocolSection.armsInterventionsModule.armGroups</c></summary>
    public static StudyField ArmGroup { get; } = FieldCatalogue.All[114];

    /// <summary><c>protocolSection.armsInterventionsModule.armGroups.label</c></summary>
    public static StudyField ArmGroupLabel { get; } = FieldCatalogue.All[115];

    /// <summary><c>protocolSection.armsInterventionsModule.armGroups.type</c></summary>
    public static StudyField ArmGroupType { get; } = FieldCatalogue.All[116];

    /// <summary><c>protocolSection.armsInterventionsModule.armGroups.description</c></summary>
    public static StudyField ArmGroupDescription { get; } = FieldCatalogue.All[117];

    /// <summary><c>protocolSection.armsInterventionsModule.armGroups.interventionNames</c></summary>
    public static StudyField ArmGroupInterventionName { get; } = FieldCatalogue.All[118];

    /// <summary><c>protocolSection.armsInterventionsModule.interventions</c></summary>
    public static StudyField Intervention { get; } = FieldCatalogue.All[119];

    /// <summary><c>protocolSection.armsInterventionsModule.interventions.type</c></summary>
    public static StudyField InterventionType { get; } = FieldCatalogue.All[120];

    /// <summary><c>protocolSection.armsInterventionsModule.interventions.name</c></summary>
    public static StudyField InterventionName { get; } = FieldCatalogue.All[121];

    /// <summary><c>protocolSection.armsInterventionsModule.interventions.description</c></summary>
    public static StudyField InterventionDescription { get; } = FieldCatalogue.All[122];

    /// <summary><c>protocolSection.armsInterventionsModule.interventions.armGroupLabels</c></summary>
    public static StudyField InterventionArmGroupLabel { get; } = FieldCatalogue.All[123];

    /// <summary><c>protocolSection.armsInterventionsModule.interventions.otherNames</c></summary>
    public static StudyField InterventionOtherName { get; } = FieldCatalogue.All[124];

    /// <summary><c>protocolSection.outcomesModule</c></summary>
    public static StudyField OutcomesModule { get; } = FieldCatalogue.All[125];

    /// <summary><c>protocolSection.outcomesModule.primaryOutcomes</c></summary>
    public static StudyField PrimaryOutcome { get; } = FieldCatalogue.All[126];

    /// <summary><c>protocolSection.outcomesModule.primaryOutcomes.measure</c></summary>
    public static StudyField PrimaryOutcomeMeasure { get; } = FieldCatalogue.All[127];

    /// <summary><c>protocolSection.outcomesModule.primaryOutcomes.description</c></summary>
    public static StudyField PrimaryOutcomeDescription { get; } = FieldCatalogue.All[128];

    /// <summary><c>protocolSection.outcomesModule.primaryOutcomes.timeFrame</c></summary>
    public static StudyField PrimaryOutcomeTimeFrame { get; } = FieldCatalogue.All[129];

    /// <summary><c>protocolSection.outcomesModule.secondaryOutcomes</c></summary>
    public static StudyField SecondaryOutcome { get; } = FieldCatalogue.All[130];

    /// <summary><c>protocolSection.outcomesModule.secondaryOutcomes.measure</c></summary>
    public static StudyField SecondaryOutcomeMeasure { get; } = FieldCatalogue.All[131];

    /// <summary><c>protocolSection.outcomesModule.secondaryOutcomes.description</c></summary>
    public static StudyField SecondaryOutcomeDescription { get; } = FieldCatalogue.All[132];

    /// <summary><c>protocolSection.outcomesModule.secondaryOutcomes.timeFrame</c></summary>
    public static StudyField SecondaryOutcomeTimeFrame { get; } = FieldCatalogue.All[133];

    /// <summary><c>protocolSection.outcomesModule.otherOutcomes</c></summary>
    public static StudyField OtherOutcome { get; } = FieldCatalogue.All[134];

    /// <summary><c>protocolSection.outcomesModule.otherOutcomes.measure</c></summary>
    public static StudyField OtherOutcomeMeasure { get; } = FieldCatalogue.All[135];

    /// <summary><c>protocolSection.outcomesModule.otherOutcomes.description</c></summary>
    public static StudyField OtherOutcomeDescription { get; } = FieldCatalogue.All[136];

    /// <summary><c>protocolSection.outcomesModule.otherOutcomes.timeFrame</c></summary>
    public static StudyField OtherOutcomeTimeFrame { get; } = FieldCatalogue.All[137];

    /// <summary><c>protocolSection.eligibilityModule</c></summary>
    public static StudyField EligibilityModule { get; } = FieldCatalogue.All[138];

    /// <summary><c>protocolSection.eligibilityModule.eligibilityCriteria</c></summary>
    public static StudyField EligibilityCriteria { get; } = FieldCatalogue.All[139];

    /// <summary><c>protocolSection.eligibilityModule.healthyVolunteers</c></summary>
    public static StudyField HealthyVolunteers { get; } = FieldCatalogue.All[140];

    /// <summary><c>protocolSection.eligibilityModule.sex</c></summary>
    public static StudyField Sex { get; } = FieldCatalogue.All[141];

    /// <summary><c>protocolSection.eligibilityModule.genderBased</c></summary>
    public static StudyField GenderBased { get; } = FieldCatalogue.All[142];

    /// <summary><c>protocolSection.eligibilityModule.genderDescription</c></summary>
    public static StudyField GenderDescription { get; } = FieldCatalogue.All[143];

    /// <summary><c>protocolSection.eligibilityModule.minimumAge</c></summary>
    public static StudyField MinimumAge { get; } = FieldCatalogue.All[144];

    /// <summary><c>protocolSection.eligibilityModule.maximumAge</c></summary>
    public static StudyField MaximumAge { get; } = FieldCatalogue.All[145];

    /// <summary><c>protocolSection.eligibilityModule.stdAges</c></summary>
    public static StudyField StdAge { get; } = FieldCatalogue.All[146];

    /// <summary><c>protocolSection.eligibilityModule.studyPopulation</c></summary>
    public static StudyField StudyPopulation { get; } = FieldCatalogue.All[147];

    /// <summary><c>protocolSection.eligibilityModule.samplingMethod</c></summary>
    public static StudyField SamplingMethod { get; } = FieldCatalogue.All[148];

    /// <summary><c>protocolSection.contactsLocationsModule</c></summary>
    public static StudyField ContactsLocationsModule { get; } = FieldCatalogue.All[149];

    /// <summary><c>protocolSection.contactsLocationsModule.centralContacts</c></summary>
    public static StudyField CentralContact { get; } = FieldCatalogue.All[150];

    /// <summary><c>protocolSection.contactsLocationsModule.centralContacts.name</c></summary>
    public static StudyField CentralContactName { get; } = FieldCatalogue.All[151];

    /// <summary><c>protocolSection.contactsLocationsModule.centralContacts.role</c></summary>
    public static StudyField CentralContactRole { get; } = FieldCatalogue.All[152];

    /// <summary><c>protocolSection.contactsLocationsModule.centralContacts.phone</c></summary>
    public static StudyField CentralContactPhone { get; } = FieldCatalogue.All[153];

    /// <summary><c>protocolSection.contactsLocationsModule.centralContacts.phoneExt</c></summary>
    public static StudyField CentralContactPhoneExt { get; } = FieldCatalogue.All[154];

    /// <summary><c>protocolSection.contactsLocationsModule.centralContacts.email</c></summary>
    public static StudyField CentralContactEMail { get; } = FieldCatalogue.All[155];

    /// <summary><c>protocolSection.contactsLocationsModule.overallOfficials</c></summary>
    public static StudyField OverallOfficial { get; } = FieldCatalogue.All[156];

    /// <summary><c>protocolSection.contactsLocationsModule.overallOfficials.name</c></summary>
    public static StudyField OverallOfficialName { get; } = FieldCatalogue.All[157];

    /// <summary><c>protocolSection.contactsLocationsModule.overallOfficials.affiliation</c></summary>
    public static StudyField OverallOfficialAffiliation { get; } = FieldCatalogue.All[158];

    /// <summary><c>protocolSection.contactsLocationsModule.overallOfficials.role</c></summary>
    public static StudyField OverallOfficialRole { get; } = FieldCatalogue.All[159];

    /// <summary><c>protocolSection.contactsLocationsModule.locations</c></summary>
    public static StudyField Location { get; } = FieldCatalogue.All[160];

    /// <summary><c>protocolSection.contactsLocationsModule.locations.facility</c></summary>
    public static StudyField LocationFacility { get; } = FieldCatalogue.All[161];

    /// <summary><c>protocolSection.contactsLocationsModule.locations.status</c></summary>
    public static StudyField LocationStatus { get; } = FieldCatalogue.All[162];

    /// <summary><c>protocolSection.contactsLocationsModule.locations.city</c></summary>
    public static StudyField LocationCity { get; } = FieldCatalogue.All[163];

    /// <summary><c>protocolSection.contactsLocationsModule.locations.state</c></summary>
    public static StudyField LocationState { get; } = FieldCatalogue.All[164];

    /// <summary><c>protocolSection.contactsLocationsModule.locations.zip</c></summary>
    public static StudyField LocationZip { get; } = FieldCatalogue.All[165];

    /// <summary><c>protocolSection.contactsLocationsModule.locations.country</c></summary>
    public static StudyField LocationCountry { get; } = FieldCatalogue.All[166];

    /// <summary><c>protocolSection.contactsLocationsModule.locations.contacts</c></summary>
    public static StudyField LocationContact { get; } = FieldCatalogue.All[167];

    /// <summary><c>protocolSection.contactsLocationsModule.locations.contacts.name</c></summary>
    public static StudyField LocationContactName { get; } = FieldCatalogue.All[168];

    /// <summary><c>protocolSection.contactsLocationsModule.locations.contacts.role</c></summary>
    public static StudyField LocationContactRole { get; } = FieldCatalogue.All[169];

    /// <summary><c>protocolSection.contactsLocationsModule.locations.contacts.phone</c></summary>
    public static StudyField LocationContactPhone { get; } = FieldCatalogue.All[170];

    /// <summary><c>protocolSection.contactsLocationsModule.locations.contacts.phoneExt</c></summary>
    public static StudyField LocationContactPhoneExt { get; } = FieldCatalogue.All[171];

    /// <summary><c>protocolSection.contactsLocationsModule.locations.contacts.email</c></summary>
    public static StudyField LocationContactEMail { get; } = FieldCatalogue.All[172];

    /// <summary><c>protocolSection.contactsLocationsModule.locations.geoPoint</c></summary>
    public static StudyField LocationGeoPoint { get; } = FieldCatalogue.All[173];

    /// <summary><c>protocolSection.referencesModule</c></summary>
    public static StudyField ReferencesModule { get; } = FieldCatalogue.All[174];

    /// <summary><c>protocolSection.referencesModule.references</c></summary>
    public static StudyField Reference { get; } = FieldCatalogue.All[175];

    /// <summary><c>protocolSection.referencesModule.references.pmid</c></summary>
    public static StudyField ReferencePMID { get; } = FieldCatalogue.All[176];

    /// <summary><c>protocolSection.referencesModule.references.type</c></summary>
    public static StudyField ReferenceType { get; } = FieldCatalogue.All[177];

    /// <summary><c>protocolSection.referencesModule.references.citation</c></summary>
    public static StudyField ReferenceCitation { get; } = FieldCatalogue.All[178];

    /// <summary><c>protocolSection.referencesModule.references.retractions</c></summary>
    public static StudyField Retraction { get; } = FieldCatalogue.All[179];

    /// <summary><c>protocolSection.referencesModule.references.retractions.pmid</c></summary>
    public static StudyField RetractionPMID { get; } = FieldCatalogue.All[180];

    /// <summary><c>protocolSection.referencesModule.references.retractions.source</c></summary>
    public static StudyField RetractionSource { get; } = FieldCatalogue.All[181];

    /// <summary><c>protocolSection.referencesModule.seeAlsoLinks</c></summary>
    public static StudyField SeeAlsoLink { get; } = FieldCatalogue.All[182];

    /// <summary><c>protocolSection.referencesModule.seeAlsoLinks.label</c></summary>
    public static StudyField SeeAlsoLinkLabel { get; } = FieldCatalogue.All[183];

    /// <summary><c>protocolSection.referencesModule.seeAlsoLinks.url</c></summary>
    public static StudyField SeeAlsoLinkURL { get; } = FieldCatalogue.All[184];

    /// <summary><c>protocolSection.referencesModule.availIpds</c></summary>
    public static StudyField AvailIPD { get; } = FieldCatalogue.All[185];

    /// <summary><c>protocolSection.referencesModule.availIpds.id</c></summary>
    public static StudyField AvailIPDId { get; } = FieldCatalogue.All[186];

    /// <summary><c>protocolSection.referencesModule.availIpds.type</c></summary>
    public static StudyField AvailIPDType { get; } = FieldCatalogue.All[187];

    /// <summary><c>protocolSection.referencesModule.availIpds.url</c></summary>
    public static StudyField AvailIPDURL { get; } = FieldCatalogue.All[188];

    /// <summary><c>protocolSection.referencesModule.availIpds.comment</c></summary>
    public static StudyField AvailIPDComment { get; } = FieldCatalogue.All[189];

    /// <summary><c>protocolSection.ipdSharingStatementModule</c></summary>
    public static StudyField IPDSharingStatementModule { get; } = FieldCatalogue.All[190];

    /// <summary><c>protocolSection.ipdSharingStatementModule.ipdSharing</c></summary>
    public static StudyField IPDSharing { get; } = FieldCatalogue.All[191];

    /// <summary><c>protocolSection.ipdSharingStatementModule.description</c></summary>
    public static StudyField IPDSharingDescription { get; } = FieldCatalogue.All[192];

    /// <summary><c>protocolSection.ipdSharingStatementModule.infoTypes</c></summary>
    public static StudyField IPDSharingInfoType { get; } = FieldCatalogue.All[193];

    /// <summary><c>protocolSection.ipdSharingStatementModule.timeFrame</c></summary>
    public static StudyField IPDSharingTimeFrame { get; } = FieldCatalogue.All[194];

    /// <summary><c>protocolSection.ipdSharingStatementModule.accessCriteria</c></summary>
    public static StudyField IPDSharingAccessCriteria { get; } = FieldCatalogue.All[195];

    /// <summary><c>protocolSection.ipdSharingStatementModule.url</c></summary>
    public static StudyField IPDSharingURL { get; } = FieldCatalogue.All[196];

    /// <summary><c>resultsSection</c></summary>
    public static StudyField ResultsSection { get; } = FieldCatalogue.All[197];

    /// <summary><c>resultsSection.participantFlowModule</c></summary>
    public static StudyField ParticipantFlowModule { get; } = FieldCatalogue.All[198];

    /// <summary><c>resultsSection.participantFlowModule.preAssignmentDetails</c></summary>
    public static StudyField FlowPreAssignmentDetails { get; } = FieldCatalogue.All[199];

    /// <summary><c>resultsSection.participantFlowModule.recruitmentDetails</c></summary>
    public static StudyField FlowRecruitmentDetails { get; } = FieldCatalogue.All[200];

    /// <summary><c>resultsSection.participantFlowModule.typeUnitsAnalyzed</c></summary>
    public static StudyField FlowTypeUnitsAnalyzed { get; } = FieldCatalogue.All[201];

    /// <summary><c>resultsSection.participantFlowModule.groups</c></summary>
    public static StudyField FlowGroup { get; } = FieldCatalogue.All[202];

    /// <summary><c>resultsSection.participantFlowModule.groups.id</c></summary>
    public static StudyField FlowGroupId { get; } = FieldCatalogue.All[203];

    /// <summary><c>resultsSection.participantFlowModule.groups.title</c></summary>
    public static StudyField FlowGroupTitle { get; } = FieldCatalogue.All[204];

    /// <summary><c>resultsSection.participantFlowModule.groups.description</c></summary>
    public static StudyField FlowGroupDescription { get; } = FieldCatalogue.All[205];

    /// <summary><c>resultsSection.participantFlowModule.periods</c></summary>
    public static StudyField FlowPeriod { get; } = FieldCatalogue.All[206];

    /// <summary><c>resultsSection.participantFlowModule.periods.title</c></summary>
    public static StudyField FlowPeriodTitle { get; } = FieldCatalogue.All[207];

    /// <summary><c>resultsSection.participantFlowModule.periods.milestones</c></summary>
    public static StudyField FlowMilestone { get; } = FieldCatalogue.All[208];

    /// <summary><c>resultsSection.participantFlowModule.periods.milestones.type</c></summary>
    public static StudyField FlowMilestoneType { get; } = FieldCatalogue.All[209];

    /// <summary><c>resultsSection.participantFlowModule.periods.milestones.comment</c></summary>
    public static StudyField FlowMilestoneComment { get; } = FieldCatalogue.All[210];

    /// <summary><c>resultsSection.participantFlowModule.periods.milestones.achievements</c></summary>
    public static StudyField FlowAchievement { get; } = FieldCatalogue.All[211];

    /// <summary><c>resultsSection.participantFlowModule.periods.milestones.achievements.groupId</c></summary>
    public static StudyField FlowAchievementGroupId { get; } = FieldCatalogue.All[212];

    /// <summary><c>resultsSection.participantFlowModule.periods.milestones.achievements.comment</c></summary>
    public static StudyField FlowAchievementComment { get; } = FieldCatalogue.All[213];

    /// <summary><c>resultsSection.participantFlowModule.periods.milestones.achievements.numSubjects</c></summary>
    public static StudyField FlowAchievementNumSubjects { get; } = FieldCatalogue.All[214];

    /// <summary><c>resultsSection.participantFlowModule.periods.milestones.achievements.numUnits</c></summary>
    public static StudyField FlowAchievementNumUnits { get; } = FieldCatalogue.All[215];

    /// <summary><c>resultsSection.participantFlowModule.periods.dropWithdraws</c></summary>
    public static StudyField FlowDropWithdraw { get; } = FieldCatalogue.All[216];

    /// <summary><c>resultsSection.participantFlowModule.periods.dropWithdraws.type</c></summary>
    public static StudyField FlowDropWithdrawType { get; } = FieldCatalogue.All[217];

    /// <summary><c>resultsSection.participantFlowModule.periods.dropWithdraws.comment</c></summary>
    public static StudyField FlowDropWithdrawComment { get; } = FieldCatalogue.All[218];

    /// <summary><c>resultsSection.participantFlowModule.periods.dropWithdraws.reasons</c></summary>
    public static StudyField FlowReason { get; } = FieldCatalogue.All[219];

    /// <summary><c>resultsSection.participantFlowModule.periods.dropWithdraws.reasons.groupId</c></summary>
    public static StudyField FlowReasonGroupId { get; } = FieldCatalogue.All[220];

    /// <summary><c>resultsSection.participantFlowModule.periods.dropWithdraws.reasons.comment</c></summary>
    public static StudyField FlowReasonComment { get; } = FieldCatalogue.All[221];

    /// <summary><c>resultsSection.participantFlowModule.periods.dropWithdraws.reasons.numSubjects</c></summary>
    public static StudyField FlowReasonNumSubjects { get; } = FieldCatalogue.All[222];

    /// <summary><c>resultsSection.baselineCharacteristicsModule</c></summary>
    public static StudyField BaselineCharacteristicsModule { get; } = FieldCatalogue.All[223];

    /// <summary><c>resultsSection.baselineCharacteristicsModule.populationDescription</c></summary>
    public static StudyField BaselinePopulationDescription { get; } = FieldCatalogue.All[224];

    /// <summary><c>resultsSection.baselineCharacteristicsModule.typeUnitsAnalyzed</c></summary>
    public static StudyField BaselineTypeUnitsAnalyzed { get; } = FieldCatalogue.All[225];

    /// <summary><c>resultsSection.baselineCharacteristicsModule.groups</c></summary>
    public static StudyField BaselineGroup { get; } = FieldCatalogue.All[226];

    /// <summary><c>resultsSection.baselineCharacteristicsModule.groups.id</c></summary>
    public static StudyField BaselineGroupId { get; } = FieldCatalogue.All[227];

    /// <summary><c>resultsSection.baselineCharacteristicsModule.groups.title</c></summary>
    public static StudyField BaselineGroupTitle { get; } = FieldCatalogue.All[228];

    /// <summary><c>resultsSection.baselineCharacteristicsModule.groups.description</c></summary>
    public static StudyField BaselineGroupDescription { get; } = FieldCatalogue.All[229];

    /// <summary><c>resultsSection.baselineCharacteristicsModule.denoms</c></summary>
    public static StudyField BaselineDenom { get; } = FieldCatalogue.All[230];

    /// <summary><c>resultsSection.baselineCharacteristicsModule.denoms.units</c></summary>
    public static StudyField BaselineDenomUnits { get; } = FieldCatalogue.All[231];

    /// <summary><c>resultsSection.baselineCharacteristicsModule.denoms.counts</c></summary>
    public static StudyField BaselineDenomCount { get; } = FieldCatalogue.All[232];

    /// <summary><c>resultsSection.baselineCharacteristicsModule.denoms.counts.groupId</c></summary>
    public static StudyField BaselineDenomCountGroupId { get; } = FieldCatalogue.All[233];

    /// <summary><c>resultsSection.baselineCharacteristicsModule.denoms.counts.value</c></summary>
    public static StudyField BaselineDenomCountValue { get; } = FieldCatalogue.All[234];

    /// <summary><c>resultsSection.baselineCharacteristicsModule.measures</c></summary>
    public static StudyField BaselineMeasure { get; } = FieldCatalogue.All[235];

    /// <summary><c>resultsSection.baselineCharacteristicsModule.measures.title</c></summary>
    public static StudyField BaselineMeasureTitle { get; } = FieldCatalogue.All[236];

    /// <summary><c>resultsSection.baselineCharacteristicsModule.measures.description</c></summary>
    public static StudyField BaselineMeasureDescription { get; } = FieldCatalogue.All[237];

    /// <summary><c>resultsSection.baselineCharacteristicsModule.measures.populationDescription</c></summary>
    public static StudyField BaselineMeasurePopulationDescription { get; } = FieldCatalogue.All[238];

    /// <summary><c>resultsSection.baselineCharacteristicsModule.measures.paramType</c></summary>
    public static StudyField BaselineMeasureParamType { get; } = FieldCatalogue.All[239];

    /// <summary><c>resultsSection.baselineCharacteristicsModule.measures.dispersionType</c></summary>
    public static StudyField BaselineMeasureDispersionType { get; } = FieldCatalogue.All[240];

    /// <summary><c>resultsSection.baselineCharacteristicsModule.measures.unitOfMeasure</c></summary>
    public static StudyField BaselineMeasureUnitOfMeasure { get; } = FieldCatalogue.All[241];

    /// <summary><c>resultsSection.baselineCharacteristicsModule.measures.calculatePct</c></summary>
    public static StudyField BaselineMeasureCalculatePct { get; } = FieldCatalogue.All[242];

    /// <summary><c>resultsSection.baselineCharacteristicsModule.measures.denomUnitsSelected</c></summary>
    public static StudyField BaselineMeasureDenomUnitsSelected { get; } = FieldCatalogue.All[243];

    /// <summary><c>resultsSection.baselineCharacteristicsModule.measures.denoms</c></summary>
    public static StudyField BaselineMeasureDenom { get; } = FieldCatalogue.All[244];

    /// <summary><c>resultsSection.baselineCharacteristicsModule.measures.denoms.units</c></summary>
    public static StudyField BaselineMeasureDenomUnits { get; } = FieldCatalogue.All[245];

    /// <summary><c>resultsSection.baselineCharacteristicsModule.measures.denoms.counts</c></summary>
    public static StudyField BaselineMeasureDenomCount { get; } = FieldCatalogue.All[246];

    /// <summary><c>resultsSection.baselineCharacteristicsModule.measures.denoms.counts.groupId</c></summary>
    public static StudyField BaselineMeasureDenomCountGroupId { get; } = FieldCatalogue.All[247];

    /// <summary><c>resultsSection.baselineCharacteristicsModule.measures.denoms.counts.value</c></summary>
    public static StudyField BaselineMeasureDenomCountValue { get; } = FieldCatalogue.All[248];

    /// <summary><c>resultsSection.baselineCharacteristicsModule.measures.classes</c></summary>
    public static StudyField BaselineClass { get; } = FieldCatalogue.All[249];

    /// <summary><c>resultsSection.baselineCharacteristicsModule.measures.classes.title</c></summary>
    public static StudyField BaselineClassTitle { get; } = FieldCatalogue.All[250];

    /// <summary><c>resultsSection.baselineCharacteristicsModule.measures.classes.denoms</c></summary>
    public static StudyField BaselineClassDenom { get; } = FieldCatalogue.All[251];

    /// <summary><c>resultsSection.baselineCharacteristicsModule.measures.classes.denoms.units</c></summary>
    public static StudyField BaselineClassDenomUnits { get; } = FieldCatalogue.All[252];

    /// <summary><c>resultsSection.baselineCharacteristicsModule.measures.classes.denoms.counts</c></summary>
    public static StudyField BaselineClassDenomCount { get; } = FieldCatalogue.All[253];

    /// <summary><c>resultsSection.baselineCharacteristicsModule.measures.classes.denoms.counts.groupId</c></summary>
    public static StudyField BaselineClassDenomCountGroupId { get; } = FieldCatalogue.All[254];

    /// <summary><c>resultsSection.baselineCharacteristicsModule.measures.classes.denoms.counts.value</c></summary>
    public static StudyField BaselineClassDenomCountValue { get; } = FieldCatalogue.All[255];

    /// <summary><c>resultsSection.baselineCharacteristicsModule.measures.classes.categories</c></summary>
    public static StudyField BaselineCategory { get; } = FieldCatalogue.All[256];

    /// <summary><c>resultsSection.baselineCharacteristicsModule.measures.classes.categories.title</c></summary>
    public static StudyField BaselineCategoryTitle { get; } = FieldCatalogue.All[257];

    /// <summary><c>resultsSection.baselineCharacteristicsModule.measures.classes.categories.measurements</c></summary>
    public static StudyField BaselineMeasurement { get; } = FieldCatalogue.All[258];

    /// <summary><c>resultsSection.baselineCharacteristicsModule.measures.classes.categories.measurements.groupId</c></summary>
    public static StudyField BaselineMeasurementGroupId { get; } = FieldCatalogue.All[259];

    /// <summary><c>resultsSection.baselineCharacteristicsModule.measures.classes.categories.measurements.value</c></summary>
    public static StudyField BaselineMeasurementValue { get; } = FieldCatalogue.All[260];

    /// <summary><c>resultsSection.baselineCharacteristicsModule.measures.classes.categories.measurements.spread</c></summary>
    public static StudyField BaselineMeasurementSpread { get; } = FieldCatalogue.All[261];

    /// <summary><c>resultsSection.baselineCharacteristicsModule.measures.classes.categories.measurements.lowerLimit</c></summary>
    public static StudyField BaselineMeasurementLowerLimit { get; } = FieldCatalogue.All[262];

    /// <summary><c>resultsSection.baselineCharacteristicsModule.measures.classes.categories.measurements.upperLimit</c></summary>
    public static StudyField BaselineMeasurementUpperLimit { get; } = FieldCatalogue.All[263];

    /// <summary><c>resultsSection.baselineCharacteristicsModule.measures.classes.categories.measurements.comment</c></summary>
    public static StudyField BaselineMeasurementComment { get; } = FieldCatalogue.All[264];

    /// <summary><c>resultsSection.outcomeMeasuresModule</c></summary>
    public static StudyField OutcomeMeasuresModule { get; } = FieldCatalogue.All[265];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures</c></summary>
    public static StudyField OutcomeMeasure { get; } = FieldCatalogue.All[266];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.type</c></summary>
    public static StudyField OutcomeMeasureType { get; } = FieldCatalogue.All[267];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.title</c></summary>
    public static StudyField OutcomeMeasureTitle { get; } = FieldCatalogue.All[268];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.description</c></summary>
    public static StudyField OutcomeMeasureDescription { get; } = FieldCatalogue.All[269];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.populationDescription</c></summary>
    public static StudyField OutcomeMeasurePopulationDescription { get; } = FieldCatalogue.All[270];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.reportingStatus</c></summary>
    public static StudyField OutcomeMeasureReportingStatus { get; } = FieldCatalogue.All[271];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.anticipatedPostingDate</c></summary>
    public static StudyField OutcomeMeasureAnticipatedPostingDate { get; } = FieldCatalogue.All[272];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.paramType</c></summary>
    public static StudyField OutcomeMeasureParamType { get; } = FieldCatalogue.All[273];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.dispersionType</c></summary>
    public static StudyField OutcomeMeasureDispersionType { get; } = FieldCatalogue.All[274];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.unitOfMeasure</c></summary>
    public static StudyField OutcomeMeasureUnitOfMeasure { get; } = FieldCatalogue.All[275];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.calculatePct</c></summary>
    public static StudyField OutcomeMeasureCalculatePct { get; } = FieldCatalogue.All[276];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.timeFrame</c></summary>
    public static StudyField OutcomeMeasureTimeFrame { get; } = FieldCatalogue.All[277];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.typeUnitsAnalyzed</c></summary>
    public static StudyField OutcomeMeasureTypeUnitsAnalyzed { get; } = FieldCatalogue.All[278];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.denomUnitsSelected</c></summary>
    public static StudyField OutcomeMeasureDenomUnitsSelected { get; } = FieldCatalogue.All[279];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.groups</c></summary>
    public static StudyField OutcomeGroup { get; } = FieldCatalogue.All[280];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.groups.id</c></summary>
    public static StudyField OutcomeGroupId { get; } = FieldCatalogue.All[281];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.groups.title</c></summary>
    public static StudyField OutcomeGroupTitle { get; } = FieldCatalogue.All[282];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.groups.description</c></summary>
    public static StudyField OutcomeGroupDescription { get; } = FieldCatalogue.All[283];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.denoms</c></summary>
    public static StudyField OutcomeDenom { get; } = FieldCatalogue.All[284];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.denoms.units</c></summary>
    public static StudyField OutcomeDenomUnits { get; } = FieldCatalogue.All[285];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.denoms.counts</c></summary>
    public static StudyField OutcomeDenomCount { get; } = FieldCatalogue.All[286];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.denoms.counts.groupId</c></summary>
    public static StudyField OutcomeDenomCountGroupId { get; } = FieldCatalogue.All[287];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.denoms.counts.value</c></summary>
    public static StudyField OutcomeDenomCountValue { get; } = FieldCatalogue.All[288];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.classes</c></summary>
    public static StudyField OutcomeClass { get; } = FieldCatalogue.All[289];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.classes.title</c></summary>
    public static StudyField OutcomeClassTitle { get; } = FieldCatalogue.All[290];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.classes.denoms</c></summary>
    public static StudyField OutcomeClassDenom { get; } = FieldCatalogue.All[291];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.classes.denoms.units</c></summary>
    public static StudyField OutcomeClassDenomUnits { get; } = FieldCatalogue.All[292];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.classes.denoms.counts</c></summary>
    public static StudyField OutcomeClassDenomCount { get; } = FieldCatalogue.All[293];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.classes.denoms.counts.groupId</c></summary>
    public static StudyField OutcomeClassDenomCountGroupId { get; } = FieldCatalogue.All[294];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.classes.denoms.counts.value</c></summary>
    public static StudyField OutcomeClassDenomCountValue { get; } = FieldCatalogue.All[295];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.classes.categories</c></summary>
    public static StudyField OutcomeCategory { get; } = FieldCatalogue.All[296];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.classes.categories.title</c></summary>
    public static StudyField OutcomeCategoryTitle { get; } = FieldCatalogue.All[297];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.classes.categories.measurements</c></summary>
    public static StudyField OutcomeMeasurement { get; } = FieldCatalogue.All[298];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.classes.categories.measurements.groupId</c></summary>
    public static StudyField OutcomeMeasurementGroupId { get; } = FieldCatalogue.All[299];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.classes.categories.measurements.value</c></summary>
    public static StudyField OutcomeMeasurementValue { get; } = FieldCatalogue.All[300];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.classes.categories.measurements.spread</c></summary>
    public static StudyField OutcomeMeasurementSpread { get; } = FieldCatalogue.All[301];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.classes.categories.measurements.lowerLimit</c></summary>
    public static StudyField OutcomeMeasurementLowerLimit { get; } = FieldCatalogue.All[302];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.classes.categories.measurements.upperLimit</c></summary>
    public static StudyField OutcomeMeasurementUpperLimit { get; } = FieldCatalogue.All[303];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.classes.categories.measurements.comment</c></summary>
    public static StudyField OutcomeMeasurementComment { get; } = FieldCatalogue.All[304];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.analyses</c></summary>
    public static StudyField OutcomeAnalysis { get; } = FieldCatalogue.All[305];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.analyses.paramType</c></summary>
    public static StudyField OutcomeAnalysisParamType { get; } = FieldCatalogue.All[306];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.analyses.paramValue</c></summary>
    public static StudyField OutcomeAnalysisParamValue { get; } = FieldCatalogue.All[307];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.analyses.dispersionType</c></summary>
    public static StudyField OutcomeAnalysisDispersionType { get; } = FieldCatalogue.All[308];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.analyses.dispersionValue</c></summary>
    public static StudyField OutcomeAnalysisDispersionValue { get; } = FieldCatalogue.All[309];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.analyses.statisticalMethod</c></summary>
    public static StudyField OutcomeAnalysisStatisticalMethod { get; } = FieldCatalogue.All[310];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.analyses.statisticalComment</c></summary>
    public static StudyField OutcomeAnalysisStatisticalComment { get; } = FieldCatalogue.All[311];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.analyses.pValue</c></summary>
    public static StudyField OutcomeAnalysisPValue { get; } = FieldCatalogue.All[312];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.analyses.pValueComment</c></summary>
    public static StudyField OutcomeAnalysisPValueComment { get; } = FieldCatalogue.All[313];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.analyses.ciNumSides</c></summary>
    public static StudyField OutcomeAnalysisCINumSides { get; } = FieldCatalogue.All[314];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.analyses.ciPctValue</c></summary>
    public static StudyField OutcomeAnalysisCIPctValue { get; } = FieldCatalogue.All[315];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.analyses.ciLowerLimit</c></summary>
    public static StudyField OutcomeAnalysisCILowerLimit { get; } = FieldCatalogue.All[316];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.analyses.ciUpperLimit</c></summary>
    public static StudyField OutcomeAnalysisCIUpperLimit { get; } = FieldCatalogue.All[317];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.analyses.ciLowerLimitComment</c></summary>
    public static StudyField OutcomeAnalysisCILowerLimitComment { get; } = FieldCatalogue.All[318];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.analyses.ciUpperLimitComment</c></summary>
    public static StudyField OutcomeAnalysisCIUpperLimitComment { get; } = FieldCatalogue.All[319];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.analyses.estimateComment</c></summary>
    public static StudyField OutcomeAnalysisEstimateComment { get; } = FieldCatalogue.All[320];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.analyses.testedNonInferiority</c></summary>
    public static StudyField OutcomeAnalysisTestedNonInferiority { get; } = FieldCatalogue.All[321];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.analyses.nonInferiorityType</c></summary>
    public static StudyField OutcomeAnalysisNonInferiorityType { get; } = FieldCatalogue.All[322];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.analyses.nonInferiorityComment</c></summary>
    public static StudyField OutcomeAnalysisNonInferiorityComment { get; } = FieldCatalogue.All[323];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.analyses.otherAnalysisDescription</c></summary>
    public static StudyField OutcomeAnalysisOtherAnalysisDescription { get; } = FieldCatalogue.All[324];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.analyses.groupDescription</c></summary>
    public static StudyField OutcomeAnalysisGroupDescription { get; } = FieldCatalogue.All[325];

    /// <summary><c>resultsSection.outcomeMeasuresModule.outcomeMeasures.analyses.groupIds</c></summary>
    public static StudyField OutcomeAnalysisGroupId { get; } = FieldCatalogue.All[326];

    /// <summary><c>resultsSection.adverseEventsModule</c></summary>
    public static StudyField AdverseEventsModule { get; } = FieldCatalogue.All[327];

    /// <summary><c>resultsSection.adverseEventsModule.frequencyThreshold</c></summary>
    public static StudyField EventsFrequencyThreshold { get; } = FieldCatalogue.All[328];

    /// <summary><c>resultsSection.adverseEventsModule.timeFrame</c></summary>
    public static StudyField EventsTimeFrame { get; } = FieldCatalogue.All[329];

    /// <summary><c>resultsSection.adverseEventsModule.description</c></summary>
    public static StudyField EventsDescription { get; } = FieldCatalogue.All[330];

    /// <summary><c>resultsSection.adverseEventsModule.allCauseMortalityComment</c></summary>
    public static StudyField EventsAllCauseMortalityComment { get; } = FieldCatalogue.All[331];

    /// <summary><c>resultsSection.adverseEventsModule.eventGroups</c></summary>
    public static StudyField EventGroup { get; } = FieldCatalogue.All[332];

    /// <summary><c>resultsSection.adverseEventsModule.eventGroups.id</c></summary>
    public static StudyField EventGroupId { get; } = FieldCatalogue.All[333];

    /// <summary><c>resultsSection.adverseEventsModule.eventGroups.title</c></summary>
    public static StudyField EventGroupTitle { get; } = FieldCatalogue.All[334];

    /// <summary><c>resultsSection.adverseEventsModule.eventGroups.description</c></summary>
    public static StudyField EventGroupDescription { get; } = FieldCatalogue.All[335];

    /// <summary><c>resultsSection.adverseEventsModule.eventGroups.deathsNumAffected</c></summary>
    public static StudyField EventGroupDeathsNumAffected { get; } = FieldCatalogue.All[336];

    /// <summary><c>resultsSection.adverseEventsModule.eventGroups.deathsNumAtRisk</c></summary>
    public static StudyField EventGroupDeathsNumAtRisk { get; } = FieldCatalogue.All[337];

    /// <summary><c>resultsSection.adverseEventsModule.eventGroups.seriousNumAffected</c></summary>
    public static StudyField EventGroupSeriousNumAffected { get; } = FieldCatalogue.All[338];

    /// <summary><c>resultsSection.adverseEventsModule.eventGroups.seriousNumAtRisk</c></summary>
    public static StudyField EventGroupSeriousNumAtRisk { get; } = FieldCatalogue.All[339];

    /// <summary><c>resultsSection.adverseEventsModule.eventGroups.otherNumAffected</c></summary>
    public static StudyField EventGroupOtherNumAffected { get; } = FieldCatalogue.All[340];

    /// <summary><c>resultsSection.adverseEventsModule.eventGroups.otherNumAtRisk</c></summary>
    public static StudyField EventGroupOtherNumAtRisk { get; } = FieldCatalogue.All[341];

    /// <summary><c>resultsSection.adverseEventsModule.seriousEvents</c></summary>
    public static StudyField SeriousEvent { get; } = FieldCatalogue.All[342];

    /// <summary><c>resultsSection.adverseEventsModule.seriousEvents.term</c></summary>
    public static StudyField SeriousEventTerm { get; } = FieldCatalogue.All[343];

    /// <summary><c>resultsSection.adverseEventsModule.seriousEvents.organSystem</c></summary>
    public static StudyField SeriousEventOrganSystem { get; } = FieldCatalogue.All[344];

    /// <summary><c>resultsSection.adverseEventsModule.seriousEvents.sourceVocabulary</c></summary>
    public static StudyField SeriousEventSourceVocabulary { get; } = FieldCatalogue.All[345];

    /// <summary><c>resultsSection.adverseEventsModule.seriousEvents.assessmentType</c></summary>
    public static StudyField SeriousEventAssessmentType { get; } = FieldCatalogue.All[346];

    /// <summary><c>resultsSection.adverseEventsModule.seriousEvents.notes</c></summary>
    public static StudyField SeriousEventNotes { get; } = FieldCatalogue.All[347];

    /// <summary><c>resultsSection.adverseEventsModule.seriousEvents.stats</c></summary>
    public static StudyField SeriousEventStats { get; } = FieldCatalogue.All[348];

    /// <summary><c>resultsSection.adverseEventsModule.seriousEvents.stats.groupId</c></summary>
    public static StudyField SeriousEventStatsGroupId { get; } = FieldCatalogue.All[349];

    /// <summary><c>resultsSection.adverseEventsModule.seriousEvents.stats.numEvents</c></summary>
    public static StudyField SeriousEventStatsNumEvents { get; } = FieldCatalogue.All[350];

    /// <summary><c>resultsSection.adverseEventsModule.seriousEvents.stats.numAffected</c></summary>
    public static StudyField SeriousEventStatsNumAffected { get; } = FieldCatalogue.All[351];

    /// <summary><c>resultsSection.adverseEventsModule.seriousEvents.stats.numAtRisk</c></summary>
    public static StudyField SeriousEventStatsNumAtRisk { get; } = FieldCatalogue.All[352];

    /// <summary><c>resultsSection.adverseEventsModule.otherEvents</c></summary>
    public static StudyField OtherEvent { get; } = FieldCatalogue.All[353];

    /// <summary><c>resultsSection.adverseEventsModule.otherEvents.term</c></summary>
    public static StudyField OtherEventTerm { get; } = FieldCatalogue.All[354];

    /// <summary><c>resultsSection.adverseEventsModule.otherEvents.organSystem</c></summary>
    public static StudyField OtherEventOrganSystem { get; } = FieldCatalogue.All[355];

    /// <summary><c>resultsSection.adverseEventsModule.otherEvents.sourceVocabulary</c></summary>
    public static StudyField OtherEventSourceVocabulary { get; } = FieldCatalogue.All[356];

    /// <summary><c>resultsSection.adverseEventsModule.otherEvents.assessmentType</c></summary>
    public static StudyField OtherEventAssessmentType { get; } = FieldCatalogue.All[357];

    /// <summary><c>resultsSection.adverseEventsModule.otherEvents.notes</c></summary>
    public static StudyField OtherEventNotes { get; } = FieldCatalogue.All[358];

    /// <summary><c>resultsSection.adverseEventsModule.otherEvents.stats</c></summary>
    public static StudyField OtherEventStats { get; } = FieldCatalogue.All[359];

    /// <summary><c>resultsSection.adverseEventsModule.otherEvents.stats.groupId</c></summary>
    public static StudyField OtherEventStatsGroupId { get; } = FieldCatalogue.All[360];

    /// <summary><c>resultsSection.adverseEventsModule.otherEvents.stats.numEvents</c></summary>
    public static StudyField OtherEventStatsNumEvents { get; } = FieldCatalogue.All[361];

    /// <summary><c>resultsSection.adverseEventsModule.otherEvents.stats.numAffected</c></summary>
    public static StudyField OtherEventStatsNumAffected { get; } = FieldCatalogue.All[362];

    /// <summary><c>resultsSection.adverseEventsModule.otherEvents.stats.numAtRisk</c></summary>
    public static StudyField OtherEventStatsNumAtRisk { get; } = FieldCatalogue.All[363];

    /// <summary><c>resultsSection.moreInfoModule</c></summary>
    public static StudyField MoreInfoModule { get; } = FieldCatalogue.All[364];

    /// <summary><c>resultsSection.moreInfoModule.limitationsAndCaveats</c></summary>
    public static StudyField LimitationsAndCaveats { get; } = FieldCatalogue.All[365];

    /// <summary><c>resultsSection.moreInfoModule.limitationsAndCaveats.description</c></summary>
    public static StudyField LimitationsAndCaveatsDescription { get; } = FieldCatalogue.All[366];

    /// <summary><c>resultsSection.moreInfoModule.certainAgreement</c></summary>
    public static StudyField CertainAgreement { get; } = FieldCatalogue.All[367];

    /// <summary><c>resultsSection.moreInfoModule.certainAgreement.piSponsorEmployee</c></summary>
    public static StudyField AgreementPISponsorEmployee { get; } = FieldCatalogue.All[368];

    /// <summary><c>resultsSection.moreInfoModule.certainAgreement.restrictionType</c></summary>
    public static StudyField AgreementRestrictionType { get; } = FieldCatalogue.All[369];

    /// <summary><c>resultsSection.moreInfoModule.certainAgreement.restrictiveAgreement</c></summary>
    public static StudyField AgreementRestrictiveAgreement { get; } = FieldCatalogue.All[370];

    /// <summary><c>resultsSection.moreInfoModule.certainAgreement.otherDetails</c></summary>
    public static StudyField AgreementOtherDetails { get; } = FieldCatalogue.All[371];

    /// <summary><c>resultsSection.moreInfoModule.pointOfContact</c></summary>
    public static StudyField PointOfContact { get; } = FieldCatalogue.All[372];

    /// <summary><c>resultsSection.moreInfoModule.pointOfContact.title</c></summary>
    public static StudyField PointOfContactTitle { get; } = FieldCatalogue.All[373];

    /// <summary><c>resultsSection.moreInfoModule.pointOfContact.organization</c></summary>
    public static StudyField PointOfContactOrganization { get; } = FieldCatalogue.All[374];

    /// <summary><c>resultsSection.moreInfoModule.pointOfContact.email</c></summary>
    public static StudyField PointOfContactEMail { get; } = FieldCatalogue.All[375];

    /// <summary><c>resultsSection.moreInfoModule.pointOfContact.phone</c></summary>
    public static StudyField PointOfContactPhone { get; } = FieldCatalogue.All[376];

    /// <summary><c>resultsSection.moreInfoModule.pointOfContact.phoneExt</c></summary>
    public static StudyField PointOfContactPhoneExt { get; } = FieldCatalogue.All[377];

    /// <summary><c>annotationSection</c></summary>
    public static StudyField AnnotationSection { get; } = FieldCatalogue.All[378];

    /// <summary><c>annotationSection.annotationModule</c></summary>
    public static StudyField AnnotationModule { get; } = FieldCatalogue.All[379];

    /// <summary><c>annotationSection.annotationModule.unpostedAnnotation</c></summary>
    public static StudyField UnpostedAnnotation { get; } = FieldCatalogue.All[380];

    /// <summary><c>annotationSection.annotationModule.unpostedAnnotation.unpostedResponsibleParty</c></summary>
    public static StudyField UnpostedResponsibleParty { get; } = FieldCatalogue.All[381];

    /// <summary><c>annotationSection.annotationModule.unpostedAnnotation.unpostedEvents</c></summary>
    public static StudyField UnpostedEvent { get; } = FieldCatalogue.All[382];

    /// <summary><c>annotationSection.annotationModule.unpostedAnnotation.unpostedEvents.type</c></summary>
    public static StudyField UnpostedEventType { get; } = FieldCatalogue.All[383];

    /// <summary><c>annotationSection.annotationModule.unpostedAnnotation.unpostedEvents.date</c></summary>
    public static StudyField UnpostedEventDate { get; } = FieldCatalogue.All[384];

    /// <summary><c>annotationSection.annotationModule.unpostedAnnotation.unpostedEvents.dateUnknown</c></summary>
    public static StudyField UnpostedEventDateUnknown { get; } = FieldCatalogue.All[385];

    /// <summary><c>annotationSection.annotationModule.violationAnnotation</c></summary>
    public static StudyField ViolationAnnotation { get; } = FieldCatalogue.All[386];

    /// <summary><c>annotationSection.annotationModule.violationAnnotation.violationEvents</c></summary>
    public static StudyField ViolationEvent { get; } = FieldCatalogue.All[387];

    /// <summary><c>annotationSection.annotationModule.violationAnnotation.violationEvents.type</c></summary>
    public static StudyField ViolationEventType { get; } = FieldCatalogue.All[388];

    /// <summary><c>annotationSection.annotationModule.violationAnnotation.violationEvents.description</c></summary>
    public static StudyField ViolationEventDescription { get; } = FieldCatalogue.All[389];

    /// <summary><c>annotationSection.annotationModule.violationAnnotation.violationEvents.creationDate</c></summary>
    public static StudyField ViolationEventCreationDate { get; } = FieldCatalogue.All[390];

    /// <summary><c>annotationSection.annotationModule.violationAnnotation.violationEvents.issuedDate</c></summary>
    public static StudyField ViolationEventIssuedDate { get; } = FieldCatalogue.All[391];

    /// <summary><c>annotationSection.annotationModule.violationAnnotation.violationEvents.releaseDate</c></summary>
    public static StudyField ViolationEventReleaseDate { get; } = FieldCatalogue.All[392];

    /// <summary><c>annotationSection.annotationModule.violationAnnotation.violationEvents.postedDate</c></summary>
    public static StudyField ViolationEventPostedDate { get; } = FieldCatalogue.All[393];

    /// <summary><c>documentSection</c></summary>
    public static StudyField DocumentSection { get; } = FieldCatalogue.All[394];

    /// <summary><c>documentSection.largeDocumentModule</c></summary>
    public static StudyField LargeDocumentModule { get; } = FieldCatalogue.All[395];

    /// <summary><c>documentSection.largeDocumentModule.noSap</c></summary>
    public static StudyField LargeDocNoSAP { get; } = FieldCatalogue.All[396];

    /// <summary><c>documentSection.largeDocumentModule.largeDocs</c></summary>
    public static StudyField LargeDoc { get; } = FieldCatalogue.All[397];

    /// <summary><c>documentSection.largeDocumentModule.largeDocs.typeAbbrev</c></summary>
    public static StudyField LargeDocTypeAbbrev { get; } = FieldCatalogue.All[398];

    /// <summary><c>documentSection.largeDocumentModule.largeDocs.hasProtocol</c></summary>
    public static StudyField LargeDocHasProtocol { get; } = FieldCatalogue.All[399];

    /// <summary><c>documentSection.largeDocumentModule.largeDocs.hasSap</c></summary>
    public static StudyField LargeDocHasSAP { get; } = FieldCatalogue.All[400];

    /// <summary><c>documentSection.largeDocumentModule.largeDocs.hasIcf</c></summary>
    public static StudyField LargeDocHasICF { get; } = FieldCatalogue.All[401];

    /// <summary><c>documentSection.largeDocumentModule.largeDocs.label</c></summary>
    public static StudyField LargeDocLabel { get; } = FieldCatalogue.All[402];

    /// <summary><c>documentSection.largeDocumentModule.largeDocs.date</c></summary>
    public static StudyField LargeDocDate { get; } = FieldCatalogue.All[403];

    /// <summary><c>documentSection.largeDocumentModule.largeDocs.uploadDate</c></summary>
    public static StudyField LargeDocUploadDate { get; } = FieldCatalogue.All[404];

    /// <summary><c>documentSection.largeDocumentModule.largeDocs.filename</c></summary>
    public static StudyField LargeDocFilename { get; } = FieldCatalogue.All[405];

    /// <summary><c>documentSection.largeDocumentModule.largeDocs.size</c></summary>
    public static StudyField LargeDocSize { get; } = FieldCatalogue.All[406];

    /// <summary><c>derivedSection</c></summary>
    public static StudyField DerivedSection { get; } = FieldCatalogue.All[407];

    /// <summary><c>derivedSection.miscInfoModule</c></summary>
    public static StudyField MiscInfoModule { get; } = FieldCatalogue.All[408];

    /// <summary><c>derivedSection.miscInfoModule.versionHolder</c></summary>
    public static StudyField VersionHolder { get; } = FieldCatalogue.All[409];

    /// <summary><c>derivedSection.miscInfoModule.removedCountries</c></summary>
    public static StudyField RemovedCountry { get; } = FieldCatalogue.All[410];

    /// <summary><c>derivedSection.miscInfoModule.submissionTracking</c></summary>
    public static StudyField SubmissionTracking { get; } = FieldCatalogue.All[411];

    /// <summary><c>derivedSection.miscInfoModule.submissionTracking.estimatedResultsFirstSubmitDate</c></summary>
    public static StudyField EstimatedResultsFirstSubmitDate { get; } = FieldCatalogue.All[412];

    /// <summary><c>derivedSection.miscInfoModule.submissionTracking.firstMcpInfo</c></summary>
    public static StudyField FirstMCPInfo { get; } = FieldCatalogue.All[413];

    /// <summary><c>derivedSection.miscInfoModule.submissionTracking.firstMcpInfo.postDateStruct</c></summary>
    public static StudyField FirstMCPPostDateStruct { get; } = FieldCatalogue.All[414];

    /// <summary><c>derivedSection.miscInfoModule.submissionTracking.firstMcpInfo.postDateStruct.date</c></summary>
    public static StudyField FirstMCPPostDate { get; } = FieldCatalogue.All[415];

    /// <summary><c>derivedSection.miscInfoModule.submissionTracking.firstMcpInfo.postDateStruct.type</c></summary>
    public static StudyField FirstMCPPostDateType { get; } = FieldCatalogue.All[416];

    /// <summary><c>derivedSection.miscInfoModule.submissionTracking.submissionInfos</c></summary>
    public static StudyField SubmissionInfo { get; } = FieldCatalogue.All[417];

    /// <summary><c>derivedSection.miscInfoModule.submissionTracking.submissionInfos.releaseDate</c></summary>
    public static StudyField SubmissionReleaseDate { get; } = FieldCatalogue.All[418];

    /// <summary><c>derivedSection.miscInfoModule.submissionTracking.submissionInfos.unreleaseDate</c></summary>
    public static StudyField SubmissionUnreleaseDate { get; } = FieldCatalogue.All[419];

    /// <summary><c>derivedSection.miscInfoModule.submissionTracking.submissionInfos.unreleaseDateUnknown</c></summary>
    public static StudyField SubmissionUnreleaseDateUnknown { get; } = FieldCatalogue.All[420];

    /// <summary><c>derivedSection.miscInfoModule.submissionTracking.submissionInfos.resetDate</c></summary>
    public static StudyField SubmissionResetDate { get; } = FieldCatalogue.All[421];

    /// <summary><c>derivedSection.miscInfoModule.submissionTracking.submissionInfos.mcpReleaseN</c></summary>
    public static StudyField SubmissionMCPReleaseN { get; } = FieldCatalogue.All[422];

    /// <summary><c>derivedSection.conditionBrowseModule</c></summary>
    public static StudyField ConditionBrowseModule { get; } = FieldCatalogue.All[423];

    /// <summary><c>derivedSection.conditionBrowseModule.meshes</c></summary>
    public static StudyField ConditionMesh { get; } = FieldCatalogue.All[424];

    /// <summary><c>derivedSection.conditionBrowseModule.meshes.id</c></summary>
    public static StudyField ConditionMeshId { get; } = FieldCatalogue.All[425];

    /// <summary><c>derivedSection.conditionBrowseModule.meshes.term</c></summary>
    public static StudyField ConditionMeshTerm { get; } = FieldCatalogue.All[426];

    /// <summary><c>derivedSection.conditionBrowseModule.ancestors</c></summary>
    public static StudyField ConditionAncestor { get; } = FieldCatalogue.All[427];

    /// <summary><c>derivedSection.conditionBrowseModule.ancestors.id</c></summary>
    public static StudyField ConditionAncestorId { get; } = FieldCatalogue.All[428];

    /// <summary><c>derivedSection.conditionBrowseModule.ancestors.term</c></summary>
    public static StudyField ConditionAncestorTerm { get; } = FieldCatalogue.All[429];

    /// <summary><c>derivedSection.conditionBrowseModule.browseLeaves</c></summary>
    public static StudyField ConditionBrowseLeaf { get; } = FieldCatalogue.All[430];

    /// <summary><c>derivedSection.conditionBrowseModule.browseLeaves.id</c></summary>
    public static StudyField ConditionBrowseLeafId { get; } = FieldCatalogue.All[431];

    /// <summary><c>derivedSection.conditionBrowseModule.browseLeaves.name</c></summary>
    public static StudyField ConditionBrowseLeafName { get; } = FieldCatalogue.All[432];

    /// <summary><c>derivedSection.conditionBrowseModule.browseLeaves.asFound</c></summary>
    public static StudyField ConditionBrowseLeafAsFound { get; } = FieldCatalogue.All[433];

    /// <summary><c>derivedSection.conditionBrowseModule.browseLeaves.relevance</c></summary>
    public static StudyField ConditionBrowseLeafRelevance { get; } = FieldCatalogue.All[434];

    /// <summary><c>derivedSection.conditionBrowseModule.browseBranches</c></summary>
    public static StudyField ConditionBrowseBranch { get; } = FieldCatalogue.All[435];

    /// <summary><c>derivedSection.conditionBrowseModule.browseBranches.abbrev</c></summary>
    public static StudyField ConditionBrowseBranchAbbrev { get; } = FieldCatalogue.All[436];

    /// <summary><c>derivedSection.conditionBrowseModule.browseBranches.name</c></summary>
    public static StudyField ConditionBrowseBranchName { get; } = FieldCatalogue.All[437];

    /// <summary><c>derivedSection.interventionBrowseModule</c></summary>
    public static StudyField InterventionBrowseModule { get; } = FieldCatalogue.All[438];

    /// <summary><c>derivedSection.interventionBrowseModule.meshes</c></summary>
    public static StudyField InterventionMesh { get; } = FieldCatalogue.All[439];

    /// <summary><c>derivedSection.interventionBrowseModule.meshes.id</c></summary>
    public static StudyField InterventionMeshId { get; } = FieldCatalogue.All[440];

    /// <summary><c>derivedSection.interventionBrowseModule.meshes.term</c></summary>
    public static StudyField InterventionMeshTerm { get; } = FieldCatalogue.All[441];

    /// <summary><c>derivedSection.interventionBrowseModule.ancestors</c></summary>
    public static StudyField InterventionAncestor { get; } = FieldCatalogue.All[442];

    /// <summary><c>derivedSection.interventionBrowseModule.ancestors.id</c></summary>
    public static StudyField InterventionAncestorId { get; } = FieldCatalogue.All[443];

    /// <summary><c>derivedSection.interventionBrowseModule.ancestors.term</c></summary>
    public static StudyField InterventionAncestorTerm { get; } = FieldCatalogue.All[444];

    /// <summary><c>derivedSection.interventionBrowseModule.browseLeaves</c></summary>
    public static StudyField InterventionBrowseLeaf { get; } = FieldCatalogue.All[445];

    /// <summary><c>derivedSection.interventionBrowseModule.browseLeaves.id</c></summary>
    public static StudyField InterventionBrowseLeafId { get; } = FieldCatalogue.All[446];

    /// <summary><c>derivedSection.interventionBrowseModule.browseLeaves.name</c></summary>
    public static StudyField InterventionBrowseLeafName { get; } = FieldCatalogue.All[447];

    /// <summary><c>derivedSection.interventionBrowseModule.browseLeaves.asFound</c></summary>
    public static StudyField InterventionBrowseLeafAsFound { get; } = FieldCatalogue.All[448];

    /// <summary><c>derivedSection.interventionBrowseModule.browseLeaves.relevance</c></summary>
    public static StudyField InterventionBrowseLeafRelevance { get; } = FieldCatalogue.All[449];

    /// <summary><c>derivedSection.interventionBrowseModule.browseBranches</c></summary>
    public static StudyField InterventionBrowseBranch { get; } = FieldCatalogue.All[450];

    /// <summary><c>derivedSection.interventionBrowseModule.browseBranches.abbrev</c></summary>
    public static StudyField InterventionBrowseBranchAbbrev { get; } = FieldCatalogue.All[451];

    /// <summary><c>derivedSection.interventionBrowseModule.browseBranches.name</c></summary>
    public static StudyField InterventionBrowseBranchName { get; } = FieldCatalogue.All[452];

    /// <summary><c>hasResults</c></summary>
    public static StudyField HasResults { get; } = FieldCatalogue.All[453];
}
