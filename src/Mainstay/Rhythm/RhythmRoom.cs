using Mainstay.Hosting;

namespace Mainstay.Rhythm;

public sealed class RhythmRoom : Room;
