using Mainstay.Rhythm;

namespace Mainstay.Lists;

/// <summary>What a list of people is narrowed by.</summary>
public enum Facet { Role = 0, Layer = 1, Topic = 2, Label = 3, Organization = 4, Place = 5, Touched = 6, Due = 7, Language = 8 }

/// <summary>What each facet is called in addresses and options, and which values it has where they are not the owner's words.</summary>
public static class Facets
{
    /// <summary>The value of those who have none.</summary>
    public const string None = "-";

    public static readonly IReadOnlyList<Facet> All = Enum.GetValues<Facet>();

    private static readonly string[]
        LayerValues = [.. Layers.All.Select(l => l.ToString().ToLowerInvariant()), None],
        TouchedValues = ["month", "quarter", "year", "longer", "never"],
        DueValues = ["overdue", "week", "later", "resting", None];

    private const int Month = 30, Quarter = 91, Year = 365, Week = 7;

    /// <summary>"role", "layer", …</summary>
    public static string Name(this Facet facet) => facet.ToString().ToLowerInvariant();

    public static Facet? Named(string name) => Enum.TryParse<Facet>(name, true, out var facet) && Enum.IsDefined(facet) && !int.TryParse(name, out _) ? facet : null;

    /// <summary>All values in their order; none where the owner's own words are the values.</summary>
    public static IReadOnlyList<string> Values(this Facet facet) => facet switch
    {
        Facet.Layer => LayerValues,
        Facet.Touched => TouchedValues,
        Facet.Due => DueValues,
        _ => [],
    };

    /// <summary>The place of a layer among the values.</summary>
    internal static int Of(Layer layer) => layer == Layer.None ? LayerValues.Length - 1 : (int)layer - 1;

    internal static int Touched(DateOnly? last, DateOnly today) => last is not { } day ? 4 : (today.DayNumber - day.DayNumber) switch
    {
        <= Month => 0,
        <= Quarter => 1,
        <= Year => 2,
        _ => 3,
    };

    internal static int Due(DateOnly? due, bool rests, DateOnly today) => rests ? 3 : due is not { } day ? 4 : (day.DayNumber - today.DayNumber) switch
    {
        < 0 => 0,
        < Week => 1,
        _ => 2,
    };
}
