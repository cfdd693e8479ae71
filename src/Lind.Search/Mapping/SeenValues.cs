namespace Lind.Search.Mapping;

/// <summary>Which values came before within one record, by their hashes. Forgetting them costs nothing, however many the
/// record before had.</summary>
internal sealed class SeenValues
{
    private const int InitialSlots = 1 << 10;
    private (ulong Hash, int Round)[] _slots = new (ulong, int)[InitialSlots];
    private int _size = InitialSlots; // slots in use: a large record before leaves the next one its few near ones
    private int _round = 1; // slots of other rounds are empty
    private int _count;

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        (_count, _size) = (0, InitialSlots);
        NextRound();
    }

    /// <summary>Adds a value's hash; false if it is there.</summary>
    public bool Add(ulong hash)
    {
        if (_count * 2 >= _size)
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

    private void NextRound()
    {
        if (++_round == int.MaxValue)
        {
            Array.Clear(_slots);
            _round = 1;
        }
    }

    private ref (ulong Hash, int Round) Find(ulong hash)
    {
        var slots = _slots;
        var mask = _size - 1;
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
        var round = _round;
        ulong[] hashes = [.. _slots.Take(_size).Where(slot => slot.Round == round).Select(slot => slot.Hash)];
        _size *= 2;
        if (_slots.Length < _size)
        {
            _slots = new (ulong, int)[_size];
        }

        NextRound();
        foreach (var hash in hashes)
        {
            Find(hash) = (hash, _round);
        }
    }
}
