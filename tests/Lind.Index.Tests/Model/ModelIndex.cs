using Lind.Index.Segments;

namespace Lind.Index.Tests.Model;

/// <summary>Hands model documents to an index.</summary>
public static class ModelIndex
{
    /// <summary>Random documents with the keys 0, 1, ...</summary>
    public static List<ModelDocument> Documents(int seed, int count)
    {
        var world = new ModelWorld(seed);
        return [.. Enumerable.Range(0, count).Select(key => world.Document(key))];
    }

    public static void Add(IndexWriter writer, IEnumerable<ModelDocument> documents)
    {
        var builder = writer.CreateBuilder();
        foreach (var document in documents)
        {
            ModelWorld.Write(document, builder);
        }
    }
}
