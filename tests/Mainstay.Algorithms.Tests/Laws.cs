using FsCheck;
using FsCheck.Fluent;
using Mainstay.Algorithms.Series;

namespace Mainstay.Algorithms.Tests;

/// <summary>Generators the laws share, and the way a law is checked: always the same cases, so that a failure repeats.</summary>
internal static class Laws
{
    public static void Hold<T>(Gen<T> gen, Func<T, bool> law) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20261, 7), Prop.ForAll(gen.ToArbitrary(), law));

    /// <summary>A number between two bounds in a million even steps.</summary>
    public static Gen<double> Between(double low, double high) =>
        Gen.Choose(0, 1_000_000).Select(step => low + (high - low) * step / 1_000_000.0);

    public static Gen<(T1, T2, T3)> Three<T1, T2, T3>(Gen<T1> first, Gen<T2> second, Gen<T3> third) =>
        from a in first from b in second from c in third select (a, b, c);

    public static Gen<ContactHistory> Histories =>
        from repeats in Gen.Choose(0, 300)
        from last in Between(0, 2000)
        from silence in Between(0, 2000)
        select repeats == 0 ? new ContactHistory(0, 0, silence) : new ContactHistory(repeats, last, last + silence);

    public static Gen<MbgNbd> Models =>
        from logs in Between(-3, 3).ArrayOf(4)
        select new MbgNbd(Math.Exp(logs[0]), Math.Exp(logs[1]), Math.Exp(logs[2]), Math.Exp(logs[3]));

    public static Gen<ContactEvent> Events =>
        from time in Between(0, 100)
        from weight in Gen.Elements(0.05, 0.2, 0.25, 0.6, 0.8, 1.0)
        from direction in Gen.Elements(ContactDirection.None, ContactDirection.In, ContactDirection.Out, ContactDirection.Both)
        select new ContactEvent(time, weight, direction);

    /// <summary>Anything that can reach us as text: letters of many scripts, marks, signs, halves of pairs, in any order.</summary>
    public static Gen<string> Texts => Gen.Frequency(
        (4, Gen.Choose('a', 'z')), (2, Gen.Choose(0x20, 0x40)), (2, Gen.Choose(0xA0, 0x17F)), (2, Gen.Choose(0x3040, 0x30FF)),
        (1, Gen.Choose(0x4E00, 0x4E20)), (1, Gen.Choose(0x0E00, 0x0E5B)), (1, Gen.Choose(0x1100, 0x11FF)), (1, Gen.Choose(0xFF66, 0xFF9F)),
        (1, Gen.Choose(0x0590, 0x06FF)), (1, Gen.Choose(0x0300, 0x036F)), (1, Gen.Choose(0, 0xFFFF)), (1, Gen.Choose(0xD800, 0xDFFF)))
        .Select(unit => (char)unit).ArrayOf().Select(units => new string(units));
}
