using System.Text;
using Lind.Studies.Fields;
using Lind.Studies.Json;

namespace Lind.Search.Synonyms;

/// <summary>Collects from records what goes with what: conditions with the MeSH headings the registry filed them under,
/// interventions with their other names, acronyms with their long forms. One per thread; merged at the end.</summary>
internal sealed class SynonymLearner
{
    private const int LongestText = 120;

    /// <summary>The fields it reads.</summary>
    public static FieldSet Fields { get; } = new(
    [
        StudyFields.Condition, StudyFields.ConditionMeshTerm, StudyFields.InterventionName,
        StudyFields.InterventionOtherName, StudyFields.InterventionMeshTerm, StudyFields.BriefTitle,
        StudyFields.OfficialTitle, StudyFields.Keyword, StudyFields.BriefSummary,
    ]);

    private readonly List<string> _conditions = [];
    private readonly List<string> _conditionHeadings = [];
    private readonly List<(int Place, string Name)> _interventions = [];
    private readonly List<(int Place, string Name)> _otherNames = [];
    private readonly List<string> _interventionHeadings = [];

    /// <summary>Condition with heading.</summary>
    public PairCounts Conditions { get; } = new();

    /// <summary>Intervention with heading.</summary>
    public PairCounts Interventions { get; } = new();

    /// <summary>Intervention with other name.</summary>
    public PairCounts OtherNames { get; } = new();

    /// <summary>Acronym with long form.</summary>
    public PairCounts LongForms { get; } = new();

    /// <summary>Starts on a record.</summary>
    public void Begin()
    {
        _conditions.Clear();
        _conditionHeadings.Clear();
        _interventions.Clear();
        _otherNames.Clear();
        _interventionHeadings.Clear();
    }

    /// <summary>Takes a value of the record; of other fields than <see cref="Fields"/> nothing.</summary>
    public void Take(in StudyValue value)
    {
        if (Fields.Contains(value.Field))
        {
            TakeWanted(value);
        }
    }

    /// <summary>Learns from the record whose values were taken.</summary>
    public void End()
    {
        // Only where it is plain which goes with which.
        if (_conditions.Count == 1 && _conditionHeadings.Count == 1)
        {
            Conditions.Add(_conditions[0], _conditionHeadings[0]);
        }

        if (_interventions.Count == 1 && _interventionHeadings.Count == 1)
        {
            Interventions.Add(_interventions[0].Name, _interventionHeadings[0]);
        }

        foreach (var (place, other) in _otherNames)
        {
            foreach (var (_, name) in _interventions.Where(one => one.Place == place))
            {
                OtherNames.Add(name, other);
            }
        }
    }

    /// <summary>Adds what another thread learned.</summary>
    public void Add(SynonymLearner other)
    {
        Conditions.Add(other.Conditions);
        Interventions.Add(other.Interventions);
        OtherNames.Add(other.OtherNames);
        LongForms.Add(other.LongForms);
    }

    private void TakeWanted(in StudyValue value)
    {
        var field = value.Field;
        if (field != StudyFields.BriefSummary && value.Utf8.Length > LongestText && field.EnclosingLists.Count > 0)
        {
            return;
        }

        if (value.Utf8.IndexOf((byte)'(') >= 0)
        {
            foreach (var (longForm, acronym) in Acronyms.In(value.ToString()))
            {
                LongForms.Add(acronym, Normal(longForm));
            }
        }

        if (field == StudyFields.Condition)
        {
            _conditions.Add(Normal(value.ToString()));
        }
        else if (field == StudyFields.ConditionMeshTerm)
        {
            _conditionHeadings.Add(value.ToString());
        }
        else if (field == StudyFields.InterventionName)
        {
            _interventions.Add((value.Ordinals[0], Normal(value.ToString())));
        }
        else if (field == StudyFields.InterventionOtherName)
        {
            _otherNames.Add((value.Ordinals[0], Normal(value.ToString())));
        }
        else if (field == StudyFields.InterventionMeshTerm)
        {
            _interventionHeadings.Add(value.ToString());
        }
    }

    // Texts differ in case and in spaces; the first spelling in lower case stands for all.
    private static string Normal(string text) =>
        string.Join(' ', text.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Normalize(NormalizationForm.FormC);
}
