namespace Lind.Index.Tests.Model;

/// <summary>A token as the tests think of it.</summary>
public sealed record ModelToken(string Term, string Surface, int Position);

/// <summary>A row: values of text fields and columns, by number.</summary>
public sealed class ModelRow
{
    /// <summary>For each text field its values, each a list of tokens.</summary>
    public Dictionary<int, List<List<ModelToken>>> Text { get; } = [];

    public Dictionary<int, List<long>> Integers { get; } = [];

    public Dictionary<int, List<double>> Reals { get; } = [];

    public Dictionary<int, List<(long Low, long High)>> Ranges { get; } = [];

    public Dictionary<int, List<string>> Keywords { get; } = [];

    public Dictionary<int, List<(double Latitude, double Longitude)>> Points { get; } = [];
}

/// <summary>A document: its key, its own row, and its nested rows.</summary>
public sealed record ModelDocument(long Key, ModelRow Row, List<ModelRow> Nested);
