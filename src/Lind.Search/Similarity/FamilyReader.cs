using System.Text;
using System.Text.RegularExpressions;
using Lind.Studies.Fields;
using Lind.Studies.Json;

namespace Lind.Search.Similarity;

/// <summary>Collects the identifiers by which a record names other studies.</summary>
internal sealed partial class FamilyReader
{
    private const int MostKeys = 60;
    private const int Surroundings = 90;

    private static readonly HashSet<StudyField> Quoting =
    [
        StudyFields.BriefTitle, StudyFields.OfficialTitle, StudyFields.BriefSummary, StudyFields.DetailedDescription,
        StudyFields.EligibilityCriteria, StudyFields.InterventionDescription, StudyFields.ArmGroupDescription,
        StudyFields.ReferenceCitation, StudyFields.SecondaryId,
    ];

    private readonly List<FamilyKey> _keys = [];
    private string _organizationId = "";
    private string _pmid = "";
    private string _referenceType = "";

    /// <summary>The pieces it reads.</summary>
    public static IEnumerable<StudyField> Fields =>
    [
        .. Quoting, StudyFields.OrgStudyId, StudyFields.ReferencePMID, StudyFields.ReferenceType,
    ];

    /// <summary>Begins a record.</summary>
    public void Start()
    {
        _keys.Clear();
        (_organizationId, _pmid, _referenceType) = ("", "", "");
    }

    /// <summary>Takes a value.</summary>
    public void Value(in StudyValue value)
    {
        var field = value.Field;
        if (field == StudyFields.OrgStudyId)
        {
            _organizationId = value.ToString();
        }
        else if (field == StudyFields.ReferencePMID)
        {
            EndReference();
            _pmid = value.ToString();
        }
        else if (field == StudyFields.ReferenceType)
        {
            _referenceType = value.ToString();
            EndReference();
        }
        else if (Quoting.Contains(field))
        {
            if (field == StudyFields.SecondaryId)
            {
                AddNumber(FamilyKeyKind.Secondary, value.ToString(), field.Piece);
            }

            if (value.Utf8.IndexOf("NCT"u8) >= 0)
            {
                AddQuoted(value.ToString(), field.Piece);
            }
        }
    }

    /// <summary>Ends a list.</summary>
    public void EndList(StudyField list)
    {
        if (list == StudyFields.Reference)
        {
            EndReference();
        }
    }

    /// <summary>Gives the record's keys to its traits.</summary>
    public void Finish(StudyTraits traits)
    {
        if (_organizationId.Length > 0 && traits.Sponsor.Length > 0)
        {
            var stem = ExtensionEnding().Replace(_organizationId, "");
            if (IsTelling(stem))
            {
                var sponsor = Normal(traits.Sponsor);
                _keys.Add(new(FamilyKeyKind.Protocol, sponsor + "|" + Normal(stem), _organizationId, "OrgStudyId"));
            }
        }

        AddNumber(FamilyKeyKind.Secondary, _organizationId, "OrgStudyId");
        // The record that calls itself an extension extends what it quotes; any other is extended by it.
        var extends = ExtensionWords().IsMatch(traits.Title + " " + traits.OfficialTitle);
        var own = $"NCT{traits.Number:D8}";
        traits.FamilyKeys.AddRange(_keys.Where(key => key.Key != own)
            .Select(key => key.Kind == FamilyKeyKind.Extends && !extends ? key with { Kind = FamilyKeyKind.ExtendedBy } : key)
            .DistinctBy(key => (key.Kind, key.Key)).Take(MostKeys));
    }

    private void EndReference()
    {
        // A background paper is read by many; a result paper belongs to its studies.
        if (_pmid.Length > 0 && _referenceType is "RESULT" or "DERIVED")
        {
            _keys.Add(new(FamilyKeyKind.Publication, _pmid, _pmid, "ReferencePMID"));
        }

        (_pmid, _referenceType) = ("", "");
    }

    private void AddNumber(FamilyKeyKind kind, string number, string where)
    {
        if (IsTelling(number) && !number.StartsWith("NCT", StringComparison.OrdinalIgnoreCase))
        {
            _keys.Add(new(kind, Normal(number), number, where));
        }
    }

    private void AddQuoted(string text, string where)
    {
        foreach (Match match in Quoted().Matches(text))
        {
            var from = Math.Max(0, match.Index - Surroundings);
            var to = Math.Min(text.Length, match.Index + match.Length + (Surroundings / 2));
            var around = text[from..to];
            var kind = SubStudyWords().IsMatch(around) ? FamilyKeyKind.SubStudyOf
                : ExtensionWords().IsMatch(around) ? FamilyKeyKind.Extends
                : FamilyKeyKind.Mentions;
            _keys.Add(new(kind, match.Value.ToUpperInvariant(), match.Value, where));
        }
    }

    // "001" and "PHASE2" are everybody's; a number that tells has digits enough and some length.
    private static bool IsTelling(string number) =>
        number.Length >= 6 && number.Count(char.IsAsciiDigit) >= 4 && number.Length <= 60;

    private static string Normal(string text)
    {
        var normal = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                normal.Append(char.ToUpperInvariant(c));
            }
        }

        return normal.ToString();
    }

    [GeneratedRegex(@"\bNCT[0-9]{8}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"[-_ ]?(EXT(ENSION)?|OLE|LTFU|LTE|FU|E)[-_ ]?[0-9]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ExtensionEnding();

    [GeneratedRegex(@"\b(extension|roll-?over|long[- ]term follow[- ]?up|parent (study|trial|protocol)|core (study|trial)|participated in|previously enrolled in)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ExtensionWords();

    [GeneratedRegex(@"\b(sub-?stud(y|ies)|ancillary|companion study|nested)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SubStudyWords();
}
