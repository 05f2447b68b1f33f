// What makes the pages quick. Everything works without it.
import "@hotwired/turbo";
import "./Ui/Arrival";
import "./Ui/CountDown";
import "./Ui/Keys";
import "./Ui/LivePart";
import "./Ui/MailWords";
import "./Ui/Menu";
import "./Ui/Offline";
import "./Ui/Shared";
import "./Ui/Toast";
import "../People/PeopleField";
import "../People/PhotoPanel";
import "../Capture/CapturePage";
import "../Entrance/Passkeys";
import "../Lists/Narrow";
import "../Deliveries/Import";
import "../Challenges/Write";
