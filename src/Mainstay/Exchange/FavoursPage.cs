using Mainstay.Words;

namespace Mainstay.Exchange;

internal static class FavoursPage
{
    public static IEnumerable<(string, string)> Weights => Enum.GetValues<Weight>().Select(w => (w.ToString(), Speech.Say($"Exchange.Weight{w}")));
}
