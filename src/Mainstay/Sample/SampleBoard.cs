using Mainstay.Board;

namespace Mainstay.Sample;

internal sealed record SampleSeat(SeatFunction Function, string? Name, int DaysAgo = 0, int DaysLeft = 0, int? Times = null, string? Topic = null, string? Gives = null);

internal sealed record SampleAdvice(string Name, int DaysAgo, string Question, string Text, string? Decision = null);

/// <summary>The board of advisors of the sample network: one function has nobody yet.</summary>
internal static class SampleBoard
{
    public const string Scope = "Half an hour by video";

    public static readonly SampleSeat[] Seats =
    [
        new(SeatFunction.Sage, "Grace Okonkwo", 120, 240, 4, Gives: "An early look at everything"),
        new(SeatFunction.Sponsor, null),
        new(SeatFunction.Supporter, "Miguel Ángel Fuentes Barrientos", 200),
        new(SeatFunction.SparringPartner, "Inês Carvalho", 345, 20, 6, "pricing"),
        new(SeatFunction.DomainExpert, "Yusuf Demirci", 60, 300, null, "employment law", "Two references a year"),
    ];

    public static readonly SampleAdvice[] Advice =
    [
        new("Grace Okonkwo", 64, "Per clinic or per doctor?", "Charge per clinic. Doctors come and go, and nobody wants to count them.", "Per clinic, from the next contract on"),
        new("Inês Carvalho", 16, "Is the pilot worth it without money?", "Only with a date on which it ends, and a name under it."),
    ];
}
