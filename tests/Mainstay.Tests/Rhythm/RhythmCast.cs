using FsCheck;
using FsCheck.Fluent;
using Mainstay.People;
using Mainstay.Rhythm;

namespace Mainstay.Tests.Rhythm;

/// <summary>Short words for what most tests of the rhythm begin with.</summary>
internal static class RhythmCast
{
    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Ada gets to know somebody.</summary>
    public static async Task<Guid> Know(this TestHouse house, string name, Func<PersonDetails, PersonDetails>? with = null)
    {
        var details = new PersonDetails { Name = name };
        return (await house.Store.AddPerson(with?.Invoke(details) ?? details, house.Clock, Stop)).Id;
    }

    public static Task<Touch> Touch(this TestHouse house, DateOnly on, TouchKind kind, params Guid[] people) =>
        house.Store.Record(new NewTouch { People = people, On = on, Kind = kind }, house.Today, house.Clock, Stop);

    public static Task<Standing> TieOf(this TestHouse house, Guid person) => house.Again().TieOf(person, house.Today, Stop);

    public static async Task<string[]> Due(this TestHouse house, DateOnly? on = null) =>
        [.. (await house.Again().DueOn(on ?? house.Today, Stop)).Select(d => d.Name)];

    /// <summary>A law is checked on the same cases every time, so that a failure repeats.</summary>
    public static void Hold<T>(Gen<T> cases, Func<T, bool> law) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20260501, 7), Prop.ForAll(cases.ToArbitrary(), law));

    public static Tie Tie(Layer layer = Layer.None, DateOnly? since = null) => new() { Id = Guid.CreateVersion7(), Layer = layer, Since = since ?? new DateOnly(2025, 1, 1) };
}
