using System.Text;

namespace Lind.Search.Similarity;

/// <summary>The stored form of <see cref="StudyTraits"/>.</summary>
/// <remarks>
/// A text is its length in UTF-8 bytes as a 7-bit variable number and the bytes; a list its count (u8) and its items.
/// <code>
/// title | official title | conditions | keywords | interventions | primary outcomes |
/// condition headings, intervention headings: names | status | start | verified | sponsor | study type | phases | allocation |
/// masking | purpose | sex | minimum age | maximum age | enrollment: i32 | results: u8 |
/// family keys: count u8, each kind: u8, key, quote, where
/// </code>
/// Headings go by name, so that a newer tree still reads an older file.
/// </remarks>
internal static class StudyCard
{
    private const int MostNames = 12;
    private const int LongestName = 160;

    /// <summary>Writes traits.</summary>
    public static byte[] Write(StudyTraits traits)
    {
        using var stream = new MemoryStream(512);
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        var tree = HeadingTree.Bundled;
        writer.Write(traits.Title);
        writer.Write(traits.OfficialTitle);
        WriteList(writer, traits.Conditions);
        WriteList(writer, traits.Keywords);
        WriteList(writer, traits.Interventions);
        WriteList(writer, traits.PrimaryOutcomes.Take(4));
        WriteList(writer, traits.ConditionHeadings.Select(tree.NameOf));
        WriteList(writer, traits.InterventionHeadings.Select(tree.NameOf));
        writer.Write(traits.Status);
        writer.Write(traits.StartDate);
        writer.Write(traits.Verified);
        writer.Write(traits.Sponsor);
        writer.Write(traits.StudyType);
        WriteList(writer, traits.Phases);
        writer.Write(traits.Allocation);
        writer.Write(traits.Masking);
        writer.Write(traits.Purpose);
        writer.Write(traits.Sex);
        writer.Write(traits.MinimumAge);
        writer.Write(traits.MaximumAge);
        writer.Write(traits.Enrollment);
        writer.Write(traits.HasResults);
        WriteKeys(writer, traits.FamilyKeys);
        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static StudyTraits Read(int number, byte[] card)
    {
        using var reader = new BinaryReader(new MemoryStream(card, writable: false), Encoding.UTF8);
        var tree = HeadingTree.Bundled;
        var traits = new StudyTraits { Number = number, Title = reader.ReadString(), OfficialTitle = reader.ReadString() };
        ReadList(reader, traits.Conditions);
        ReadList(reader, traits.Keywords);
        ReadList(reader, traits.Interventions);
        ReadList(reader, traits.PrimaryOutcomes);
        traits.ConditionHeadings.AddRange(ReadNames(reader).Select(tree.Find).Where(heading => heading >= 0));
        traits.InterventionHeadings.AddRange(ReadNames(reader).Select(tree.Find).Where(heading => heading >= 0));
        traits.Status = reader.ReadString();
        traits.StartDate = reader.ReadString();
        traits.Verified = reader.ReadString();
        traits.Sponsor = reader.ReadString();
        traits.StudyType = reader.ReadString();
        ReadList(reader, traits.Phases);
        traits.Allocation = reader.ReadString();
        traits.Masking = reader.ReadString();
        traits.Purpose = reader.ReadString();
        traits.Sex = reader.ReadString();
        traits.MinimumAge = reader.ReadString();
        traits.MaximumAge = reader.ReadString();
        traits.Enrollment = reader.ReadInt32();
        traits.HasResults = reader.ReadBoolean();
        ReadKeys(reader, traits.FamilyKeys);
        return traits;
    }

    private static void WriteList(BinaryWriter writer, IEnumerable<string> names)
    {
        var kept = names.Take(MostNames).ToList();
        writer.Write((byte)kept.Count);
        foreach (var name in kept)
        {
            writer.Write(name.Length <= LongestName ? name : Shorten(name));
        }
    }

    private static string Shorten(string name) =>
        name[..(char.IsHighSurrogate(name[LongestName - 1]) ? LongestName - 1 : LongestName)] + "…";

    private static void WriteKeys(BinaryWriter writer, List<FamilyKey> keys)
    {
        writer.Write((byte)keys.Count);
        foreach (var key in keys)
        {
            writer.Write((byte)key.Kind);
            writer.Write(key.Key);
            writer.Write(key.Quote);
            writer.Write(key.Where);
        }
    }

    private static List<string> ReadNames(BinaryReader reader)
    {
        var names = new List<string>();
        ReadList(reader, names);
        return names;
    }

    private static void ReadList(BinaryReader reader, List<string> names)
    {
        for (int count = reader.ReadByte(); count > 0; count--)
        {
            names.Add(reader.ReadString());
        }
    }

    private static void ReadKeys(BinaryReader reader, List<FamilyKey> keys)
    {
        for (int count = reader.ReadByte(); count > 0; count--)
        {
            var kind = (FamilyKeyKind)reader.ReadByte();
            keys.Add(new(kind, reader.ReadString(), reader.ReadString(), reader.ReadString()));
        }
    }
}
