using Lind.Index.Schemas;

namespace Lind.Index.Queries;

/// <summary>The text fields a query searches, how much a hit in each is worth, and how hits become a score.</summary>
/// <remarks>
/// A term's score in a row is <c>idf * (k1 + 1) * w / (w + k1 * (1 - b + b * length / meanLength))</c>, where w sums over
/// the searched fields that hold the term: the field's weight times the number of hits there (above three, roughly).
/// Immutable. Reuse instances: what a segment precomputes for one is kept by its value.
/// </remarks>
public sealed class FieldWeights : IEquatable<FieldWeights>
{
    private readonly float[] _weights;
    private readonly int _hash;

    /// <summary>Searches the given fields.</summary>
    /// <param name="fields">Field numbers with weights above 0; a field named twice takes the last weight.</param>
    /// <param name="lengthGroup">The length group whose length damps the score; -1: no damping.</param>
    /// <param name="k1">How slowly repeated hits saturate.</param>
    /// <param name="b">How much length damps, from 0 to 1.</param>
    /// <exception cref="ArgumentException">A field number or weight out of range.</exception>
    public FieldWeights(IEnumerable<KeyValuePair<int, float>> fields, int lengthGroup = -1, float k1 = 1.2f, float b = 0.75f)
    {
        var list = fields.ToList();
        if (list.Any(pair => pair.Key is < 0 or >= TableSchema.MaxTextFields || !(pair.Value > 0)))
        {
            throw new ArgumentException("A field number is out of range or its weight not above 0.", nameof(fields));
        }

        _weights = new float[list.Count == 0 ? 0 : list.Max(pair => pair.Key) + 1];
        list.ForEach(pair => _weights[pair.Key] = pair.Value);
        (LengthGroup, K1, B) = (lengthGroup, k1, b);
        var hash = new HashCode();
        hash.Add(lengthGroup);
        hash.Add(k1);
        hash.Add(b);
        Array.ForEach(_weights, weight => hash.Add(weight));
        _hash = hash.ToHashCode();
    }

    /// <summary>Searches one field, without length damping.</summary>
    public FieldWeights(int field, float weight = 1)
        : this([new(field, weight)])
    {
    }

    /// <summary>The length group whose length damps the score; -1: no damping.</summary>
    public int LengthGroup { get; }

    /// <summary>How slowly repeated hits saturate.</summary>
    public float K1 { get; }

    /// <summary>How much length damps, from 0 to 1.</summary>
    public float B { get; }

    /// <summary>The weight of a field; 0 if it is not searched.</summary>
    public float this[int field] => (uint)field < (uint)_weights.Length ? _weights[field] : 0;

    /// <summary>The numbers of the searched fields, ascending.</summary>
    public IEnumerable<int> Fields => Enumerable.Range(0, _weights.Length).Where(number => _weights[number] > 0);

    /// <inheritdoc/>
    public bool Equals(FieldWeights? other) =>
        ReferenceEquals(this, other)
        || (other is not null && _hash == other._hash && LengthGroup == other.LengthGroup && K1.Equals(other.K1)
            && B.Equals(other.B) && _weights.AsSpan().SequenceEqual(other._weights));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FieldWeights);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;
}
