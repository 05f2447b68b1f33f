using Mainstay.Algorithms.Support;
using Mainstay.Rhythm;
using Mainstay.Words;

namespace Mainstay.Exchange;

/// <summary>How much a person was asked of late, against what somebody of their layer is good for. It warns, and blocks nothing.</summary>
/// <param name="Of">The load and the capacity.</param>
public sealed record AskLoad(RequestLoad Of)
{
    /// <summary>Asks of longer ago weigh nothing, however heavy.</summary>
    public const int DaysThatCount = 180;

    /// <summary>So far back it is told how often they were asked: eight weeks.</summary>
    public const int DaysTold = 56;

    private const int DaysAWeek = 7;

    /// <summary>What they carry.</summary>
    public double Load => Of.Load;

    /// <summary>What they are good for.</summary>
    public double Capacity => Of.Capacity;

    /// <summary>The load, a part of the capacity; more than 1 is too much.</summary>
    public double Utilisation => Of.Utilisation;

    /// <summary>What is left of their willingness, 0 to 1.</summary>
    public double Willingness => Of.Willingness;

    /// <summary>How often they were asked in the last eight weeks.</summary>
    public int TimesLately { get; init; }

    /// <summary>How many of these were something else than an ask, in sentences.</summary>
    public IReadOnlyList<Reason> ForWhat { get; init; } = [];

    /// <summary>Days to wait before a new ask of the usual weight.</summary>
    public double Wait => WaitFor(Weight.Normal) ?? 0;

    /// <summary>Days to wait before a new ask of this weight; null when it is too much for such a tie at any time.</summary>
    public double? WaitFor(Weight weight) => Of.DaysToWait(Amount(weight));

    public static AskLoad From(IEnumerable<(DateOnly On, Weight Weight)> asks, Layer layer, DateOnly today) =>
        new(RequestLoad.Of(asks.Select(a => ((double)Math.Max(0, today.DayNumber - a.On.DayNumber), Amount(a.Weight))), CapacityOf(layer)));

    /// <summary>What one such ask or favour weighs.</summary>
    public static double Amount(Weight weight) => weight switch { Weight.FiveMinute => .25, Weight.Heavy => 2, _ => 1 };

    /// <summary>How many asks at once somebody of a layer is good for.</summary>
    public static int CapacityOf(Layer layer) => layer switch { Layer.Core => 4, Layer.Close => 2, _ => 1 };

    /// <summary>What to think of before a new ask, in words; nothing when there is room.</summary>
    public IReadOnlyList<Reason> Hints(string name, Weight weight)
    {
        if (Utilisation > 1) return [new("Exchange.AskedALot", name, Weeks(Wait)), .. Lately(name)];
        return WaitFor(weight) switch
        {
            null => [new("Exchange.TooMuchForTie", name)],
            0 => [],
            { } days => [new("Exchange.AskedOfLate", name, Weeks(days)), .. Lately(name)],
        };
    }

    /// <summary>How often they were asked of late and for what; nothing when all of it were asks, which stand there anyway.</summary>
    public IReadOnlyList<Reason> Lately(string name) => ForWhat.Count == 0 ? [] : [new("Exchange.AskedTimes", name, TimesLately), .. ForWhat];

    private static int Weeks(double days) => Math.Max(1, (int)Math.Round(days / DaysAWeek, MidpointRounding.AwayFromZero));
}
