using System.Text.Json.Serialization;
using Lind.Studies.Json;

namespace Lind.Studies;

/// <summary>A kind of document shared beside participant data. The code is kept as it came, known or not.</summary>
/// <param name="Code">The registry's code.</param>
[JsonConverter(typeof(StudyCodeConverter<IpdSharingInfoType>))]
public readonly record struct IpdSharingInfoType(string Code) : IStudyCode<IpdSharingInfoType>
{
    /// <summary>Study protocol.</summary>
    public static IpdSharingInfoType StudyProtocol { get; } = new("STUDY_PROTOCOL");

    /// <summary>Statistical analysis plan.</summary>
    public static IpdSharingInfoType StatisticalAnalysisPlan { get; } = new("SAP");

    /// <summary>Informed consent form.</summary>
    public static IpdSharingInfoType InformedConsentForm { get; } = new("ICF");

    /// <summary>Clinical study report.</summary>
    public static IpdSharingInfoType ClinicalStudyReport { get; } = new("CSR");

    /// <summary>Analytic code.</summary>
    public static IpdSharingInfoType AnalyticCode { get; } = new("ANALYTIC_CODE");

    /// <inheritdoc/>
    public static string EnumType => "IpdSharingInfoType";

    /// <inheritdoc/>
    public static IpdSharingInfoType Of(string code) => new(code);

    /// <inheritdoc/>
    public override string ToString() => Code ?? "";
}
