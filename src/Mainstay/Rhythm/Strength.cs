using Mainstay.Algorithms.Series;

namespace Mainstay.Rhythm;

/// <summary>One touch as one of its people sees it.</summary>
/// <param name="On">The owner's day.</param>
/// <param name="Kind">Of what kind.</param>
/// <param name="Direction">From whom it came.</param>
/// <param name="People">How many were part of it, the owner included.</param>
public readonly record struct Contact(DateOnly On, TouchKind Kind, Direction Direction, int People);

/// <summary>How strong a tie is on a day, with what it was computed from.</summary>
public sealed record Strength(TieStrength Contacts, int? Closeness)
{
    /// <summary>0 to 1; half for steady monthly meetings. The owner's own feeling of closeness is blended in, and counts the more the fewer contacts there are.</summary>
    public double Value => Contacts.Blended(Closeness is { } rating ? TieStrength.ClosenessOf(rating) : null);

    public static Strength Of(ReadOnlySpan<ContactDay> days, int? closeness, DateOnly on) => new(TieStrength.At(days, on.DayNumber), closeness);

    /// <summary>
    /// About how strong a tie is when its touches are not looked at one by one: as if they had come evenly, half as weighty as meetings. Good enough to
    /// choose of very many those who are then looked at closely.
    /// </summary>
    /// <param name="days">Distinct days of contact.</param>
    /// <param name="first">The first of them.</param>
    /// <param name="last">The last of them.</param>
    /// <param name="on">The day on which it is asked.</param>
    /// <param name="closeness">As the owner said, or what stands in for it, 0 to 1.</param>
    public static double Roughly(int days, DateOnly? first, DateOnly? last, DateOnly on, double closeness)
    {
        if (days == 0 || first is not { } begun || last is not { } latest || latest > on) return closeness;
        const double week = 7;
        var (silence, span) = (on.DayNumber - latest.DayNumber, latest.DayNumber - begun.DayNumber);
        var gap = days < 2 ? 0 : Math.Max(1.0, (double)span / (days - 1));
        var activation = .5 * (week / (week + silence) + (days < 2 ? 0 : week / gap * Math.Log(1 + gap * (days - 1) / (week + silence))));
        return Blended(activation / (activation + 1), days, closeness);
    }

    private static double Blended(double strength, int days, double closeness)
    {
        var share = days / (days + TieStrength.EvenDays);
        return share * strength + (1 - share) * closeness;
    }

    /// <summary>How much a touch between two counts. Only the order has support in research: media richness.</summary>
    public static double WeightOf(TouchKind kind) => kind switch
    {
        TouchKind.Meeting => 1,
        TouchKind.Video => .8,
        TouchKind.Call => .6,
        TouchKind.Message => .25,
        TouchKind.Mail => .2,
        _ => .05,
    };

    /// <summary>A person's touches, day by day.</summary>
    public static ContactDay[] Days(IEnumerable<Contact> contacts) => ContactDay.Fold([.. contacts.Select(Event)]);

    private static ContactEvent Event(Contact contact) =>
        new(contact.On.DayNumber, ContactWeight.Of(WeightOf(contact.Kind), contact.People), Side(contact.Direction));

    private static ContactDirection Side(Direction direction) => direction switch
    {
        Direction.In => ContactDirection.In,
        Direction.Out => ContactDirection.Out,
        _ => ContactDirection.Both,
    };
}
