using Mainstay.Algorithms.Support;
using Mainstay.Words;

namespace Mainstay.Exchange;

/// <summary>What went to and fro between the owner and a person, in words. Nobody keeps the score.</summary>
/// <param name="Of">What was given and received, what is long ago counting less.</param>
/// <param name="ReceivedInARow">How many favours were received since the owner last gave one.</param>
public sealed record Balance(Reciprocity Of, int ReceivedInARow)
{
    /// <summary>After so many received in a row the owner may like to offer something first.</summary>
    private const int Many = 3;

    private const double OneSided = .5, Something = 3;

    public static Balance Between(IEnumerable<Favour> favours, DateOnly today)
    {
        var all = favours.OrderByDescending(f => f.On).ThenByDescending(f => f.Id).ToList();
        double Sum(Way way) => all.Where(f => f.Way == way).Sum(f => Reciprocity.Weigh(AskLoad.Amount(f.Weight), Math.Max(0, today.DayNumber - f.On.DayNumber)));
        return new(new(Sum(Way.Given), Sum(Way.Received)), all.TakeWhile(f => f.Way == Way.Received).Count());
    }

    /// <summary>How it stands, in one sentence.</summary>
    public Reason InWords(string name) => Of switch
    {
        { Together: 0 } => new("Exchange.NothingYet", name),
        { Balance: < -OneSided, Together: >= Something } => new("Exchange.ReceivedMuch", name),
        { Balance: > OneSided, Together: >= Something } => new("Exchange.GaveMuch", name),
        _ => new("Exchange.BothWays", name),
    };

    /// <summary>A suggestion before a new ask; nothing most of the time.</summary>
    public IReadOnlyList<Reason> Hints(string name) => ReceivedInARow >= Many ? [new("Exchange.OfferFirst", name, ReceivedInARow)] : [];
}
