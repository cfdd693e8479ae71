namespace Lind.Search.Mapping;

/// <summary>Which values came before within one record, by their hashes. Forgetting them costs nothing, however many the
/// record before had.</summary>
internal sealed class SeenValues
{
    private const int InitialSlots = 1 << 10;
    private (ulong Hash, int Round)[] _slots = new (ulong, int)[InitialSlots];
    private int _round = 1; // slots of other rounds are empty
    private int _count;

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        _count = 0;
        if (++_round == int.MaxValue)
        {
            Array.Clear(_slots);
            _round = 1;
        }
    }

    /// <summary>Adds a value's hash; false if it is there.</summary>
    public bool Add(ulong hash)
    {
        if (_count * 2 >= _slots.Length)
        {
            Grow();
        }

        ref var slot = ref Find(hash);
        if (slot.Round == _round)
        {
            return false;
        }

        slot = (hash, _round);
        _count++;
        return true;
    }

    private ref (ulong Hash, int Round) Find(ulong hash)
    {
        var slots = _slots;
        var mask = slots.Length - 1;
        for (var place = (int)(hash >> 40) & mask; ; place = (place + 1) & mask)
        {
            ref var slot = ref slots[place];
            if (slot.Round != _round || slot.Hash == hash)
            {
                return ref slot;
            }
        }
    }

    private void Grow()
    {
        var old = _slots;
        _slots = new (ulong, int)[old.Length * 2];
        foreach (var slot in old)
        {
            if (slot.Round == _round)
            {
                Find(slot.Hash) = slot;
            }
        }
    }
}
