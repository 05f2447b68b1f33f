using Mainstay.Accounts;
using Mainstay.Hosting;

namespace Mainstay.Sample;

/// <summary>A sample network to look around in. It stands above all others, because it fills them.</summary>
[OwnersOnly]
public sealed class SampleRoom : Room;
