namespace Lind.Index.Queries;

/// <summary>Finds slots that stand close together in any order, each at a place of its own.</summary>
/// <remarks>For each token as the leftmost one, the window behind it grows until every slot can be given a place of its own:
/// an assignment problem of a few slots and places, solved by augmenting paths.</remarks>
internal sealed class NearMatcher(SlotPositions[] slots, PhraseQuery query)
{
    private readonly List<(long Place, int Slot, Occurrence Token)> _tokens = [];
    private readonly List<(long Place, ulong Slots)> _window = [];
    private readonly int[] _placeOf = new int[slots.Length]; // place in the window given to each slot; -1: none
    private readonly ulong _all = slots.Length == 64 ? ulong.MaxValue : (1UL << slots.Length) - 1;

    /// <summary>The sum over the hits of field weight, term weight and closeness; 0: no hit.</summary>
    internal float Match()
    {
        CollectTokens();
        var sum = 0f;
        for (var start = 0; start < _tokens.Count; start++)
        {
            if (start == 0 || _tokens[start].Place != _tokens[start - 1].Place)
            {
                sum += MatchFrom(start);
            }
        }

        return sum;
    }

    private void CollectTokens()
    {
        _tokens.Clear();
        for (var slot = 0; slot < slots.Length; slot++)
        {
            foreach (ref readonly var token in slots[slot].Occurrences)
            {
                _tokens.Add((token.Place, slot, token));
            }
        }

        _tokens.Sort((x, y) => x.Place != y.Place ? x.Place.CompareTo(y.Place) : x.Slot.CompareTo(y.Slot));
    }

    private float MatchFrom(int start)
    {
        _window.Clear();
        var first = _tokens[start].Place;
        var covered = 0UL;
        var weight = float.MaxValue;
        for (var i = start; i < _tokens.Count; i++)
        {
            var excess = _tokens[i].Place - first - (slots.Length - 1);
            var isNewPlace = i > start && _tokens[i].Place != _tokens[i - 1].Place;
            if (excess > query.Slop || (isNewPlace && (_tokens[i].Token.IsFirst || _tokens[i - 1].Token.IsLast)))
            {
                return 0; // too far, or in the next value
            }

            Add(_tokens[i].Place, _tokens[i].Slot);
            covered |= 1UL << _tokens[i].Slot;
            weight = Math.Min(weight, _tokens[i].Token.Weight);
            var placeEnds = i + 1 == _tokens.Count || _tokens[i + 1].Place != _tokens[i].Place;
            if (placeEnds && covered == _all && _window.Count >= slots.Length && CanAssign())
            {
                return weight * query.Fields[_tokens[start].Token.Field] / (1 + Math.Max(0, excess));
            }
        }

        return 0;
    }

    private void Add(long place, int slot)
    {
        if (_window.Count > 0 && _window[^1].Place == place)
        {
            _window[^1] = (place, _window[^1].Slots | (1UL << slot));
        }
        else
        {
            _window.Add((place, 1UL << slot));
        }
    }

    private bool CanAssign()
    {
        Array.Fill(_placeOf, -1);
        for (var slot = 0; slot < slots.Length; slot++)
        {
            var tried = 0UL;
            if (!Assign(slot, ref tried))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Gives the slot a place, moving others if need be; <paramref name="tried"/> are the places looked at.</summary>
    private bool Assign(int slot, ref ulong tried)
    {
        for (var place = 0; place < _window.Count; place++)
        {
            if ((_window[place].Slots & (1UL << slot)) == 0 || (tried & (1UL << place)) != 0)
            {
                continue;
            }

            tried |= 1UL << place;
            var holder = Array.IndexOf(_placeOf, place);
            if (holder < 0 || Assign(holder, ref tried))
            {
                _placeOf[slot] = place;
                return true;
            }
        }

        return false;
    }
}
