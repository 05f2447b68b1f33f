using Mainstay.Words;

namespace Mainstay.Giving;

/// <summary>How what is given back is spoken of.</summary>
internal static class GiftWords
{
    public static string Href(Guid id) => $"{GivingPage.Address}/{id}";

    public static Reason Kind(GiftKind kind) => new($"Giving.Kind{kind}");

    /// <summary>Since when, or on which day.</summary>
    public static Reason When(Gift it, DateOnly today) => it switch
    {
        { Until: null } when it.Since > today => new("Giving.Begins", it.Since),
        { Until: null } => new("Giving.SinceOn", it.Since),
        { Until: { } last } when last == it.Since => new("Giving.OnDay", it.Since),
        { Until: { } last } => new("Giving.FromTo", it.Since, last),
    };

    /// <summary>For whom, in what way, when and for how long.</summary>
    public static IEnumerable<Reason> Line(GiftLine line, DateOnly today, bool named = true)
    {
        yield return Kind(line.It.Kind);
        if (named && line.Name is { } name) yield return new("Giving.ForThem", name);
        if (line.For is { } whom) yield return new("Giving.ForThem", whom);
        yield return When(line.It, today);
        if (line.It.Minutes is { } minutes) yield return new("Giving.Took", Math.Round(minutes / 60.0, 2));
    }
}
