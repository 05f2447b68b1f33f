using System.ComponentModel;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Rhythm;

/// <summary>A tie as programs are told of it.</summary>
public sealed record TieAnswer
{
    public required PersonLine Person { get; init; }
    public string? Layer { get; init; }
    public int? Cadence { get; init; }
    public int? Closeness { get; init; }
    [Description("As which layer you said it counts; null as its own.")] public string? Importance { get; init; }
    [Description("How much you trust them; the owner's alone, as the two that follow.")] public HowMuch? Trust { get; init; }
    public HowMuch? Willing { get; init; }
    [Description("How far they are ahead of you.")] public HowMuch? Standing { get; init; }
    public string? Verdict { get; init; }
    public bool Paused { get; init; }
    public DateOnly? PausedUntil { get; init; }
    public DateOnly? SnoozedUntil { get; init; }
    public DateOnly? LastTouch { get; init; }
    public DateOnly? Due { get; init; }
    public required string Status { get; init; }
    public double? Overdue { get; init; }
    public double Stretch { get; init; }
    public double? Rhythm { get; init; }
    public double Strength { get; init; }
    public double Reciprocity { get; init; }
    public int ContactDays { get; init; }
    [Description("How surely it lives; null while there was no touch and you said nothing of it, and so is `state`.")] public double? Aliveness { get; init; }
    public string? State { get; init; }
    public double? ContactWithin30Days { get; init; }
    public required IReadOnlyList<string> Reasons { get; init; }

    public static TieAnswer Of(string name, Standing tie) => new()
    {
        Person = new(tie.Tie.Id, name),
        Layer = LayerName(tie.Tie.Layer),
        Cadence = tie.Cadence,
        Closeness = tie.Tie.Closeness,
        Importance = tie.Tie.CountsAs is { } layer ? LayerName(layer) : null,
        Trust = tie.Tie.Trust,
        Willing = tie.Tie.Willing,
        Standing = tie.Tie.Standing,
        Verdict = tie.Tie.Verdict switch { Mainstay.Rhythm.Verdict.Over => "over", Mainstay.Rhythm.Verdict.StillOn => "stillOn", _ => null },
        Paused = DueList.IsPaused(tie.Tie, tie.On),
        PausedUntil = DueList.IsPaused(tie.Tie, tie.On) ? tie.Tie.PausedUntil : null,
        SnoozedUntil = tie.Tie.SnoozedUntil > tie.On ? tie.Tie.SnoozedUntil : null,
        LastTouch = tie.LastTouchOn,
        Due = tie.Due?.On,
        Status = Camel(tie.Status.ToString()),
        Overdue = tie.Due?.Overdue,
        Stretch = tie.Due?.Stretch ?? 1,
        Rhythm = tie.Rhythm,
        Strength = tie.Strength.Value,
        Reciprocity = tie.Strength.Contacts.Reciprocity,
        ContactDays = tie.Strength.Contacts.Days,
        Aliveness = tie.Aliveness.Known,
        State = tie.Aliveness.Known is null ? null : Camel(tie.Aliveness.State.ToString()),
        ContactWithin30Days = tie.ContactWithin30Days,
        Reasons = [.. Telling.InFull(tie).Select(r => r.InWords())],
    };

    public static string? LayerName(Layer layer) => layer == Mainstay.Rhythm.Layer.None ? null : Camel(layer.ToString());

    public static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
