using System.Globalization;
using System.Numerics;
using System.Text;
using Lind.Index.Encoding;

namespace Lind.Search.Analysis;

/// <summary>Walks UTF-8 text word by word without allocating.</summary>
/// <remarks>A word is a run of letters, digits and marks; an apostrophe inside letters and a point or comma inside
/// digits belong to it. An amount is cut from its unit (<c>5mg</c> is <c>5</c>, <c>mg</c>). Each ideograph is a word.
/// Bytes that are not UTF-8 separate words. No word is longer than <see cref="LongestWord"/> bytes: the rest of a
/// longer run is the next word.</remarks>
internal ref struct WordReader(ReadOnlySpan<byte> text)
{
    /// <summary>Longest word in bytes: beyond are sequences and links, whose heads suffice.</summary>
    public const int LongestWord = 64;

    private const byte SeparatorClass = 0;
    private const byte LetterClass = 1;
    private const byte DigitClass = 2;
    private const byte OtherClass = 3;

    // By byte: 0 separates words, 1 letter, 2 digit, 3 needs a closer look (beyond ASCII, or may join what is around it).
    private static readonly byte[] Classes = [.. Enumerable.Range(0, 256).Select(ClassOf)];

    private readonly ReadOnlySpan<byte> _text = text;
    private int _at;
    private int _end;

    /// <summary>Where the current word starts.</summary>
    public int Start { get; private set; }

    /// <summary>The current word as written.</summary>
    public readonly ReadOnlySpan<byte> Word => _text[Start.._end];

    /// <summary>The byte after the current word.</summary>
    public readonly int End => _end;

    /// <summary>Whether a single hyphen (or dash, or slash-free join) ties the current word to the one before.</summary>
    public bool AfterHyphen { get; private set; }

    /// <summary>Goes to the next word.</summary>
    /// <remarks>Nine words in ten are letters up to a space or a mark: those are found by a table alone, a few
    /// nanoseconds each.</remarks>
    public bool Next()
    {
        var text = _text;
        ReadOnlySpan<byte> classes = Classes;
        var at = _at;
        while (at < text.Length && classes[text[at]] == SeparatorClass)
        {
            at++;
        }

        // A point, comma or apostrophe outside a word separates, but has no class of its own.
        _at = at;
        if (at < text.Length && classes[text[at]] is LetterClass or DigitClass)
        {
            var first = classes[text[at]];
            var end = at + 1;
            var most = Math.Min(text.Length, at + LongestWord + 1); // a run without end is not looked at again and again
            while (end < most && classes[text[end]] == first)
            {
                end++;
            }

            if (end - at <= LongestWord && (end == text.Length || classes[text[end]] == SeparatorClass))
            {
                AfterHyphen = _end > 0 && IsHyphen(text[_end..at]);
                (Start, _at, _end) = (at, end, end);
                return true;
            }
        }

        return NextSlowly();
    }

    /// <summary>Goes on to the next words and tells their places; 0: there are none.</summary>
    /// <remarks>Words of letters alone or digits alone are found 64 bytes at a time; a word at which more has to be looked at, as
    /// <see cref="Next"/> finds it.</remarks>
    public int Read(Span<TextWord> words)
    {
        var count = 0;
        while (count < words.Length && _at < _text.Length)
        {
            if (!ReadWindow(words, ref count) && count < words.Length)
            {
                if (!NextSlowly())
                {
                    break;
                }

                words[count++] = new TextWord { Start = Start, End = _end };
            }
        }

        return count;
    }

    // Takes plain words and separators up to the first place that is neither, or that the window cuts. False: the next word is not a
    // plain one.
    private bool ReadWindow(Span<TextWord> words, ref int count)
    {
        var window = WordWindow.At(_text, _at);
        var from = _at;
        var beyond = Math.Min(WordWindow.Length, _text.Length - from);
        for (var at = 0; at < beyond && count < words.Length;)
        {
            var starts = (window.Letters | window.Digits | window.Others) >> at;
            if (starts == 0)
            {
                break;
            }

            at += BitOperations.TrailingZeroCount(starts);
            _at = from + at;
            var end = PlainEnd(window, at);
            var isCut = end == WordWindow.Length && from + end < _text.Length;
            if (end < 0 || isCut)
            {
                return isCut && at > 0;
            }

            words[count++] = new TextWord { Start = from + at, End = from + end };
            (at, _at, _end) = (end, from + end, from + end);
        }

        _at = count < words.Length ? from + beyond : _at;
        return true;
    }

    // The end of a word of letters alone or digits alone; -1: it may go on beyond them.
    private static int PlainEnd(in WordWindow window, int at)
    {
        var ofClass = ((window.Letters >> at) & 1) != 0 ? window.Letters : window.Digits;
        var end = at + WordWindow.RunOf(ofClass, at);
        if (end >= WordWindow.Length)
        {
            return end == at + WordWindow.Length ? -1 : WordWindow.Length;
        }

        var characters = window.Letters | window.Digits | window.Others;
        var isFollowed = ((characters >> end) & 1) != 0;
        var mayJoin = ((window.Marks >> end) & 1) != 0 && (end + 1 == WordWindow.Length || ((characters >> (end + 1)) & 1) != 0);
        return end == at || isFollowed || mayJoin ? -1 : end;
    }

    private bool NextSlowly()
    {
        var previousEnd = _end;
        while (_at < _text.Length)
        {
            var length = CharacterLength(_at, out var kind);
            if (kind == Kind.Separator)
            {
                _at += length;
                continue;
            }

            AfterHyphen = previousEnd > 0 && IsHyphen(_text[previousEnd.._at]);
            Start = _at;
            _at += length;
            if (kind != Kind.Ideograph)
            {
                Extend(kind);
            }

            _end = _at;
            return true;
        }

        return false;
    }

    private static byte ClassOf(int value) =>
        char.IsAsciiLetter((char)value) ? LetterClass
        : char.IsAsciiDigit((char)value) ? DigitClass
        : value >= 0x80 || value is '\'' or '.' or ',' ? OtherClass
        : SeparatorClass;

    /// <summary>Whether what stands between two words is a single hyphen or dash, and ties them.</summary>
    public static bool IsHyphen(ReadOnlySpan<byte> between) => between.Length switch
    {
        1 => between[0] == '-',
        3 => between[0] == 0xE2 && between[1] == 0x80 && between[2] is 0x90 or 0x91 or 0x92 or 0x93,
        _ => false,
    };

    private void Extend(Kind first)
    {
        var last = first;
        var onlyNumber = first == Kind.Digit;
        while (_at < _text.Length)
        {
            var length = CharacterLength(_at, out var kind);
            if (kind is Kind.Separator && !JoinsNext(last, ref kind, length))
            {
                return;
            }

            if (kind == Kind.Ideograph || _at + length - Start > LongestWord)
            {
                return;
            }

            if (onlyNumber && kind == Kind.Letter)
            {
                if (Units.StartsUnit(_text[_at..]))
                {
                    return;
                }

                onlyNumber = false;
            }

            _at += length;
            last = kind;
        }
    }

    // An apostrophe between letters, or a point or comma between digits, is part of the word.
    private readonly bool JoinsNext(Kind last, ref Kind kind, int length)
    {
        var next = _at + length;
        if (next >= _text.Length)
        {
            return false;
        }

        _ = CharacterLength(next, out var following);
        if (last == Kind.Letter && following == Kind.Letter && IsApostrophe(_text.Slice(_at, length)))
        {
            kind = Kind.Letter;
            return true;
        }

        if (last == Kind.Digit && following == Kind.Digit && IsNumberMark(next))
        {
            kind = Kind.Digit;
            return true;
        }

        return false;
    }

    private static bool IsApostrophe(ReadOnlySpan<byte> character) =>
        character.Length == 1 ? character[0] == '\'' : character is [0xE2, 0x80, 0x99];

    // 1.5 always; 1,000 only before exactly three digits.
    private readonly bool IsNumberMark(int next)
    {
        if (_text[_at] == '.')
        {
            return true;
        }

        var digits = 0;
        while (next + digits < _text.Length && char.IsAsciiDigit((char)_text[next + digits]))
        {
            digits++;
        }

        return _text[_at] == ',' && digits == 3;
    }

    private enum Kind : byte
    {
        Separator,
        Letter,
        Digit,
        Ideograph,
    }

    private readonly int CharacterLength(int at, out Kind kind)
    {
        var b = _text[at];
        if (b < 0x80)
        {
            kind = char.IsAsciiLetter((char)b) ? Kind.Letter : char.IsAsciiDigit((char)b) ? Kind.Digit : Kind.Separator;
            return 1;
        }

        _ = Rune.DecodeFromUtf8(_text[at..], out var rune, out var length);
        kind = KindOf(rune);
        return length;
    }

    private static Kind KindOf(Rune rune)
    {
        if (rune.Value is (>= 0x3400 and <= 0x9FFF) or (>= 0x3040 and <= 0x309F) or (>= 0x20000 and <= 0x3FFFF))
        {
            return Kind.Ideograph;
        }

        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.DecimalDigitNumber or UnicodeCategory.OtherNumber or UnicodeCategory.LetterNumber => Kind.Digit,
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
                or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => Kind.Letter,
            _ => Kind.Separator,
        };
    }
}
