using System.Globalization;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Words;

namespace Mainstay.Lists;

public enum EditKind { AddLabel = 0, RemoveLabel = 1, AddRole = 2, RemoveRole = 3, Layer = 4, Cadence = 5, Trash = 6 }

/// <summary>One change that is made to many people at once.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Value">The label, the role, the layer's name, the days of the cadence; nothing for the layer's own cadence and for the trash.</param>
public sealed record PeopleEdit(EditKind Kind, string? Value = null)
{
    private const int LongestWord = 200;

    private const string Off = "off", LayersOwn = "layer";

    /// <summary>What is done, as doors name it: <c>addLabel</c>, …</summary>
    public static EditKind? Named(string name) =>
        Enum.TryParse<EditKind>(name, true, out var kind) && Enum.IsDefined(kind) && !int.TryParse(name, out _) ? kind : null;

    public Layer Layer => Layers.Named(Value ?? "") ?? Layer.None;

    public int? CadenceDays => int.TryParse(Value, NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : null;

    /// <summary>What makes two spellings of a label or a role the same.</summary>
    public string Normal => PersonNames.Key(Value ?? "");

    /// <summary>The same with a cadence in days, however it was said: it may come back when another language is spoken. "layer" is the layer's own, "off" none, and any other word is understood as it is for one tie.</summary>
    public PeopleEdit Understood() => Kind == EditKind.Cadence && Value?.Trim() is { } typed ? this with { Value = Days(typed) } : this;

    /// <summary>What is wrong with it, beside the field of that kind of change.</summary>
    public Problems Check() => Kind switch
    {
        EditKind.Trash => [],
        EditKind.Layer => new Problems().When(Layers.Named(Value ?? "") is null, "layer", "Rhythm.LayerMissing"),
        EditKind.Cadence => new Problems().When(Value is { } odd && !odd.All(char.IsAsciiDigit), "cadence", "Lists.NotACadence", Value)
            .When(Value?.All(char.IsAsciiDigit) == true && CadenceDays is not (>= 0 and <= TieActions.LongestCadence), "cadence", "Rhythm.OddCadence", TieActions.LongestCadence),
        _ => new Problems().When(Normal.Length == 0, "word", Kind is EditKind.AddLabel or EditKind.RemoveLabel ? "Lists.WhichLabel" : "Lists.WhichRole")
            .When(Value?.Trim().Length > LongestWord, "word", "People.TooLong", LongestWord),
    };

    private static string? Days(string typed)
    {
        if (typed.Equals(LayersOwn, StringComparison.OrdinalIgnoreCase)) return null;
        if (typed.Length == 0 || char.IsAsciiDigit(typed[0])) return typed;
        var days = typed.Equals(Off, StringComparison.OrdinalIgnoreCase) || typed.Equals("none", StringComparison.OrdinalIgnoreCase) ? Layers.NoCadence : Telling.Meant(typed);
        return days?.ToString(CultureInfo.InvariantCulture) ?? typed;
    }
}
