using Microsoft.AspNetCore.Components;

namespace Lind.Web.Portal;

/// <summary>A part of the study page: it is given the study and has the words at hand.</summary>
public abstract class StudyPanel : ComponentBase
{
    [Parameter, EditorRequired]
    public StudyView View { get; set; } = null!;

    [Inject]
    protected Words W { get; set; } = null!;
}
