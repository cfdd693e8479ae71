namespace Lind.Studies;

/// <summary>A coded value: one of a list the registry keeps and may extend.</summary>
/// <typeparam name="TSelf">The code's own type.</typeparam>
public interface IStudyCode<TSelf>
    where TSelf : struct, IStudyCode<TSelf>
{
    /// <summary>The registry's name of the list, as in <see cref="Fields.StudyEnums"/>.</summary>
    static abstract string EnumType { get; }

    /// <summary>The value with this code, known or not.</summary>
    static abstract TSelf Of(string code);

    /// <summary>The code as it came; null for the default value, which no record holds.</summary>
    string Code { get; }
}
