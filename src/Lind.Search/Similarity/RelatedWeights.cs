using System.Globalization;

namespace Lind.Search.Similarity;

/// <summary>What each ingredient counts: the fitted numbers of <c>related-weights.tsv</c>, which ships with the program.
/// </summary>
/// <remarks>Immutable. The text weights and the rarity shape what is stored, so changing them means building again;
/// the others act at question time.</remarks>
internal sealed record RelatedWeights
{
    private const string Resource = "related-weights.tsv";
    private readonly IReadOnlyDictionary<string, double> _values;

    private RelatedWeights(IReadOnlyDictionary<string, double> values) => _values = values;

    /// <summary>The numbers that ship with the program.</summary>
    public static RelatedWeights Bundled { get; } = ReadBundled();

    public double Conditions => _values["text.conditions"];
    public double Title => _values["text.title"];
    public double Keywords => _values["text.keywords"];
    public double ConditionTree => _values["text.conditionTree"];
    public double InterventionTree => _values["text.interventionTree"];
    public double Interventions => _values["text.interventions"];
    public double Summary => _values["text.summary"];
    public double Description => _values["text.description"];
    public double Inclusion => _values["text.inclusion"];
    public double Outcomes => _values["text.outcomes"];

    /// <summary>The power of the inverse document frequency.</summary>
    public double Rarity => _values["rarity"];

    public double ScoreText => _values["score.text"];
    public double ScoreLearned => _values["score.learned"];
    public double ScoreConditions => _values["score.conditions"];
    public double ScoreInterventions => _values["score.interventions"];
    public double ScoreBoth => _values["score.both"];

    /// <summary>The power with which the length of a record multiplies its score.</summary>
    public double Fullness => _values["fullness"];

    /// <summary>How much the place of the best studies found counts beside the question's own.</summary>
    public double Feedback => _values["feedback"];

    /// <summary>How much likeness to an entry above costs an entry of the second block.</summary>
    public double Diversity => _values["diversity"];

    /// <summary>Names and numbers, in the order of the names.</summary>
    public IEnumerable<KeyValuePair<string, double>> Values =>
        _values.OrderBy(pair => pair.Key, StringComparer.Ordinal);

    /// <summary>The same numbers but one.</summary>
    public RelatedWeights With(string name, double value)
    {
        if (!_values.ContainsKey(name))
        {
            throw new ArgumentException($"There is no weight {name}.", nameof(name));
        }

        return new(new Dictionary<string, double>(_values) { [name] = value });
    }

    /// <summary>Reads lines of name, tab, number; <c>#</c> starts a comment line.</summary>
    public static RelatedWeights Read(TextReader reader)
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab > 0 && line[0] != '#')
            {
                values.Add(line[..tab], double.Parse(line.AsSpan(tab + 1), CultureInfo.InvariantCulture));
            }
        }

        return new RelatedWeights(values);
    }

    private static RelatedWeights ReadBundled()
    {
        using var stream = typeof(RelatedWeights).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException("The weights of related studies are not embedded.");
        using var reader = new StreamReader(stream);
        return Read(reader);
    }
}
