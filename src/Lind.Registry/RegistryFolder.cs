namespace Lind.Registry;

/// <summary>The one folder that holds a registry, and what lies where in it.</summary>
public sealed record RegistryFolder
{
    /// <param name="path">Made if it is not there.</param>
    public RegistryFolder(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    /// <summary>The records and their history.</summary>
    public string StorePath => System.IO.Path.Combine(Path, "registry.db");

    /// <summary>The search index: can be made again from the store at any time.</summary>
    public string SearchPath => System.IO.Path.Combine(Path, "search");

    /// <summary>The index of related studies: can be made again from the store at any time.</summary>
    public string RelatedPath => System.IO.Path.Combine(Path, "related");

    /// <summary>Which state of the store the indexes show.</summary>
    internal string PublishedPath => System.IO.Path.Combine(Path, "published.json");

    /// <summary>Held by whoever writes into the folder.</summary>
    internal string LockPath => System.IO.Path.Combine(Path, "write.lock");
}
