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
