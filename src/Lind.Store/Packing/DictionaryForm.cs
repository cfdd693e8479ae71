namespace Lind.Store.Packing;

/// <summary>How the numbers of a dictionary's entries are written into blocks.</summary>
public enum DictionaryForm
{
    /// <summary>Whole values and frames only; read, no longer written (<see cref="PieceTokens"/>).</summary>
    Pieces = 1,

    /// <summary>Frames, values and the words of texts (<see cref="StudyTokens"/>).</summary>
    Words = 2,
}
