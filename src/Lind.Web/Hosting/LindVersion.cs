namespace Lind.Web;

/// <summary>Which Lind this is.</summary>
public static class LindVersion
{
    /// <summary>The version as the build states it.</summary>
    public static string Text { get; } = typeof(LindVersion).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";
}
