namespace Lind.Store;

/// <summary>What a record means for the versions of its study.</summary>
[Flags]
public enum VersionDecision
{
    /// <summary>Known, and nothing about it is new.</summary>
    Nothing = 0,

    /// <summary>Known, seen again under a better rank.</summary>
    NewStamp = 1,

    /// <summary>A version not known before, older than the current one.</summary>
    NewOlder = 2,

    /// <summary>A version not known before that is the current one now.</summary>
    NewCurrent = 4,

    /// <summary>A known older version that is the current one again.</summary>
    KnownBecomesCurrent = 8,
}
