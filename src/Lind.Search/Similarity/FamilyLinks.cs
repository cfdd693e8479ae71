using System.Globalization;

namespace Lind.Search.Similarity;

/// <summary>Finds the links that the records state, from both ends.</summary>
internal static class FamilyLinks
{
    // A number that more studies carry is a grant or a network, not a family.
    private const int MostCarriers = 12;
    private const int MostLinks = 50;

    /// <summary>The links of one study.</summary>
    public static List<FamilyLink> Of(RelatedSnapshot snapshot, int study, StudyTraits own)
    {
        var links = new List<FamilyLink>();
        foreach (var key in own.FamilyKeys)
        {
            AddStated(snapshot, study, own, key, links);
        }

        foreach (var other in snapshot.Carriers(Collected.OwnHash(own.Number)))
        {
            if (other != study)
            {
                AddQuoting(snapshot, own, other, links);
            }
        }

        return [.. links.DistinctBy(link => (link.To, link.Kind, link.Evidence))
            .OrderBy(link => Rank(link.Kind)).ThenBy(link => link.To, StringComparer.Ordinal).Take(MostLinks)];
    }

    /// <summary>An NCT id as written.</summary>
    public static string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"NCT{number:D8}");

    private static void AddStated(
        RelatedSnapshot snapshot, int study, StudyTraits own, FamilyKey key, List<FamilyLink> links)
    {
        var carriers = snapshot.Carriers(Collected.FamilyHash(key));
        if (carriers.Count > MostCarriers && !IsQuoted(key.Kind))
        {
            return;
        }

        foreach (var other in carriers)
        {
            var number = snapshot.Number(other);
            var states = IsQuoted(key.Kind) ? key.Key == IdOf(number) : Carries(snapshot.Traits(other), key);
            if (other != study && states)
            {
                links.Add(new(IdOf(own.Number), IdOf(number), KindOf(key.Kind), key.Quote, key.Where, IdOf(own.Number)));
            }
        }
    }

    private static void AddQuoting(RelatedSnapshot snapshot, StudyTraits own, int other, List<FamilyLink> links)
    {
        var (ownId, otherId) = (IdOf(own.Number), IdOf(snapshot.Number(other)));
        foreach (var key in snapshot.Traits(other).FamilyKeys)
        {
            if (IsQuoted(key.Kind) && key.Key == ownId)
            {
                links.Add(new(ownId, otherId, Turned(KindOf(key.Kind)), key.Quote, key.Where, otherId));
            }
        }
    }

    // Equal hashes are not enough: the other record must carry the very key.
    private static bool Carries(StudyTraits other, FamilyKey key)
    {
        foreach (var held in other.FamilyKeys)
        {
            if (held.Kind == key.Kind && held.Key == key.Key)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsQuoted(FamilyKeyKind kind) => kind is FamilyKeyKind.Mentions or FamilyKeyKind.Extends
        or FamilyKeyKind.ExtendedBy or FamilyKeyKind.SubStudyOf;

    private static FamilyKind KindOf(FamilyKeyKind kind) => kind switch
    {
        FamilyKeyKind.Extends => FamilyKind.Parent,
        FamilyKeyKind.ExtendedBy => FamilyKind.Extension,
        FamilyKeyKind.SubStudyOf => FamilyKind.SubStudy,
        FamilyKeyKind.Publication => FamilyKind.SharedPublication,
        FamilyKeyKind.Mentions => FamilyKind.Mentioned,
        _ => FamilyKind.SameProgramme,
    };

    private static FamilyKind Turned(FamilyKind kind) => kind switch
    {
        FamilyKind.Parent => FamilyKind.Extension,
        FamilyKind.Extension => FamilyKind.Parent,
        _ => kind,
    };

    private static int Rank(FamilyKind kind) => kind switch
    {
        FamilyKind.Parent or FamilyKind.Extension => 0,
        FamilyKind.SubStudy => 1,
        FamilyKind.SameProgramme => 2,
        FamilyKind.Mentioned => 3,
        _ => 4,
    };
}
