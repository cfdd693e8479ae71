using Lind.Studies.Fields;

namespace Lind.Studies;

/// <summary>What every coded value can tell about itself.</summary>
public static class StudyCodes
{
    extension<T>(T code)
        where T : struct, IStudyCode<T>
    {
        /// <summary>Whether the registry's list holds the code.</summary>
        public bool IsKnown => code.Code is not null && Table<T>.Enum.Find(code.Code) is not null;

        /// <summary>The value in words for people; an unknown code is shown as it came.</summary>
        public string Label => code.Code is null ? "" : Table<T>.Enum.LabelOf(code.Code);

        /// <summary>The list the code belongs to.</summary>
        public StudyEnum Enum => Table<T>.Enum;
    }

    private static class Table<T>
        where T : struct, IStudyCode<T>
    {
        public static readonly StudyEnum Enum = StudyEnums.OfType(T.EnumType);
    }
}
