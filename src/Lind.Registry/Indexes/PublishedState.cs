using System.Text.Json;

namespace Lind.Registry.Indexes;

/// <summary>Which change of the store each index shows. Written last, under another name, then renamed: a program that
/// dies before leaves the old state, and the next import or start makes up for it.</summary>
/// <param name="SearchChange">Store change number that the search index shows; 0 for none.</param>
/// <param name="RelatedChange">The same of the index of related studies.</param>
internal sealed record PublishedState(long SearchChange, long RelatedChange)
{
    public static PublishedState None { get; } = new(0, 0);

    /// <summary>None if the file is not there or not readable: then the indexes are made anew.</summary>
    public static PublishedState Read(RegistryFolder folder)
    {
        try
        {
            using var file = File.OpenRead(folder.PublishedPath);
            return JsonSerializer.Deserialize(file, RegistryJson.Default.PublishedState) ?? None;
        }
        catch (Exception error) when (error is FileNotFoundException or JsonException)
        {
            return None;
        }
    }

    public void Write(RegistryFolder folder)
    {
        var aside = folder.PublishedPath + ".new";
        using (var file = File.Create(aside))
        {
            JsonSerializer.Serialize(file, this, RegistryJson.Default.PublishedState);
            file.Flush(flushToDisk: true);
        }

        File.Move(aside, folder.PublishedPath, overwrite: true);
    }
}
