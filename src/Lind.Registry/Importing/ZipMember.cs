using System.IO.Compression;

namespace Lind.Registry.Importing;

/// <summary>One file in a zip archive: its name and what the archive says of its content.</summary>
/// <param name="FullName">The name as the archive has it; never used as a path.</param>
/// <param name="Open">Opens the unpacked content, unchecked.</param>
/// <param name="Length">Its length as stated.</param>
/// <param name="Checksum">Its CRC-32 as stated.</param>
/// <param name="IsEncrypted">Whether it cannot be read without a key.</param>
internal sealed record ZipMember(
    string FullName, Func<Stream> Open, long Length, uint Checksum, bool IsEncrypted)
{
    /// <summary>The name behind the last slash.</summary>
    public string Name => FullName[(FullName.LastIndexOfAny(['/', '\\']) + 1)..];

    /// <summary>Directories are members too, without content.</summary>
    public bool IsFile => FullName is not [.., '/' or '\\'];

    public static ZipMember Of(ZipArchiveEntry entry) =>
        new(entry.FullName, entry.Open, entry.Length, entry.Crc32, entry.IsEncrypted);
}
