namespace Lind.Store;

/// <summary>The form a record arrived in. Higher is better: at equal dates the better form is the current one.</summary>
public enum StudyForm
{
    /// <summary>The registry's older XML form, mapped to v2 JSON at the door.</summary>
    Xml = 0,

    /// <summary>The registry's API v2 JSON.</summary>
    V2 = 1,
}
