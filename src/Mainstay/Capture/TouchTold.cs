namespace Mainstay.Capture;

/// <summary>The clause that told of a touch.</summary>
/// <param name="Told">As text.</param>
/// <param name="Fit">How it fits.</param>
/// <param name="Note">What it says of the touch.</param>
internal sealed record TouchTold(Told Told, Fit Fit, string? Note)
{
    /// <summary>Whether a clause that follows may speak of the touch: "which was moved" of the call, but of the launch in "call with Bo about the launch".</summary>
    public bool IsMeantBy(Told next) => !next.Relates || Note is null || !Enumerable.Range(Fit.Named, Told.Clause.Count - Fit.Named).Any(i => Told.Clause.Words[i].IsWord && !Fit.Words.Contains(i));

    /// <summary>What it tells of, without its day, with what clauses after it added.</summary>
    /// <param name="note">All that was said of the touch.</param>
    public string Planned(string? note) => Told.Planned + (note is null || note.Length == Note?.Length ? "" : Note is null ? ", " + note : note[Note.Length..]);
}
