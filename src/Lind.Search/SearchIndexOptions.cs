namespace Lind.Search;

/// <summary>How an index is opened.</summary>
public sealed record SearchIndexOptions
{
    /// <summary>The usual settings.</summary>
    public static SearchIndexOptions Default { get; } = new();

    /// <summary>Measures how long replaced snapshots are held.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Threads that map and index records during a build; 0 means one per processor.</summary>
    public int BuildThreads { get; init; }

    /// <summary>A MeSH descriptor file (<c>descYYYY.xml</c> or ASCII <c>dYYYY.bin</c>) a person supplies for more
    /// synonyms; null uses the registry's own records and the MeSH tree only.</summary>
    public string? MeshDescriptorFile { get; init; }

    /// <summary>Whether a build learns synonyms; without, terms find only themselves.</summary>
    public bool LearnSynonyms { get; init; } = true;

    /// <summary>Memory each build thread collects records in before it writes a segment; about 50,000 records of the
    /// registry fit in the usual amount.</summary>
    public long BuilderMemory { get; init; } = 1024L << 20;

    /// <summary>The studies most like a text, at most a hundred: they rank higher for a patient's description. Null: its words
    /// alone decide. Called once for a description and snapshot as long as the answer is remembered; must be safe for several
    /// threads.</summary>
    public Func<string, IReadOnlyList<Patients.StudyLikeness>>? StudiesLike { get; init; }

    /// <summary>Memory for what searches found, for those who ask for the same again or for its next page; 0: nothing is
    /// remembered. A newer snapshot is searched anew.</summary>
    public long RememberedBytes { get; init; } = 32L << 20;
}
