const mail =
  'gmail.com googlemail.com outlook.com outlook.es outlook.it outlook.fr outlook.de outlook.pt outlook.com.br hotmail.com ' +
  'hotmail.es hotmail.it hotmail.fr hotmail.de hotmail.co.uk hotmail.com.br hotmail.com.ar hotmail.com.mx live.com live.it ' +
  'live.fr live.de live.co.uk live.nl live.com.mx live.com.pt msn.com windowslive.com passport.com yahoo.com yahoo.es ' +
  'yahoo.it yahoo.fr yahoo.de yahoo.co.uk yahoo.com.br yahoo.com.ar yahoo.com.mx yahoo.co.in yahoo.co.jp yahoo.ca ' +
  'ymail.com rocketmail.com aol.com aim.com icloud.com me.com mac.com proton.me protonmail.com protonmail.ch pm.me ' +
  'tutanota.com tutanota.de tuta.io tuta.com zoho.com zohomail.com zohomail.eu mail.com email.com usa.com post.com ' +
  'fastmail.com fastmail.fm hushmail.com hey.com duck.com inbox.com mail.ru bk.ru list.ru inbox.ru yandex.com yandex.ru ' +
  'ya.ru rambler.ru qq.com 163.com 126.com foxmail.com sina.com sohu.com naver.com daum.net hanmail.net rediffmail.com ' +
  'gmx.com gmx.de gmx.net gmx.at gmx.ch gmx.es gmx.fr web.de freenet.de t-online.de arcor.de online.de mailbox.org ' +
  'posteo.de posteo.net bluewin.ch hispeed.ch sunrise.ch aon.at chello.at orange.fr wanadoo.fr free.fr sfr.fr laposte.net ' +
  'neuf.fr bbox.fr numericable.fr aliceadsl.fr club-internet.fr libero.it virgilio.it alice.it tin.it tim.it tiscali.it ' +
  'fastwebnet.it email.it inwind.it iol.it poste.it pec.it legalmail.it arubapec.it aruba.it telefonica.net movistar.es ' +
  'terra.es terra.com terra.com.br ono.com orange.es wanadoo.es ya.com telecable.es euskaltel.net sapo.pt mail.telepac.pt ' +
  'netcabo.pt clix.pt iol.pt uol.com.br bol.com.br ig.com.br globo.com globomail.com r7.com oi.com.br zipmail.com.br ' +
  'comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net optonline.net juno.com ' +
  'btinternet.com sky.com virginmedia.com talktalk.net ntlworld.com blueyonder.co.uk o2.pl wp.pl onet.pl interia.pl op.pl ' +
  'seznam.cz email.cz centrum.cz azet.sk abv.bg ukr.net i.ua telenet.be skynet.be proximus.be ziggo.nl kpnmail.nl xs4all.nl ' +
  'planet.nl home.nl hetnet.nl bigpond.com optusnet.com.au shaw.ca rogers.com bell.net sympatico.ca videotron.ca mailinator.com ' +
  'yopmail.com guerrillamail.com example.com example.org';

const hosting =
  'wix.com wixsite.com editorx.io weebly.com squarespace.com wordpress.com blogspot.com blogger.com tumblr.com medium.com ' +
  'substack.com jimdo.com jimdosite.com jimdofree.com webnode.com webnode.es webnode.it webnode.fr site123.me strikingly.com ' +
  'webflow.io carrd.co linktr.ee beacons.ai bio.link business.site negocio.site google.com goo.gl maps.app.goo.gl g.page ' +
  'github.io github.com gitlab.io netlify.app vercel.app herokuapp.com pages.dev web.app firebaseapp.com azurewebsites.net ' +
  'cloudfront.net amazonaws.com myshopify.com shopify.com bigcartel.com etsy.com ebay.com ebay.es amazon.com ' +
  'tripadvisor.com tripadvisor.es tripadvisor.it booking.com airbnb.com yelp.com facebook.com fb.com fb.me instagram.com ' +
  'linkedin.com lnkd.in twitter.com x.com t.me telegram.me whatsapp.com wa.me tiktok.com youtube.com youtu.be pinterest.com ' +
  'vimeo.com notion.site notion.so dropbox.com sharepoint.com onedrive.com bit.ly tinyurl.com paginegialle.it ' +
  'paginasamarillas.es doctoralia.es doctoralia.com topdoctors.es godaddysites.com ueniweb.com altervista.org over-blog.com ' +
  'wikipedia.org crunchbase.com glassdoor.com indeed.com';

/** Domains that many companies share (mailboxes, site builders, social networks, directories): never a join key. */
export const publicDomains: ReadonlySet<string> = new Set(`${mail} ${hosting}`.split(' '));

/** Private registries that sell names to one company each, so that `acme.uk.com` is Acme's own. */
export const companySuffixes: ReadonlySet<string> = new Set(
  (
    'uk.com us.com eu.com de.com gb.com br.com cn.com jpn.com za.com ru.com sa.com gr.com co.com com.de com.se se.net uk.net ' +
    'gb.net hu.net jp.net in.net us.org ae.org mex.com africa.com hu.com no.com qc.com kr.com co.nl co.no co.at or.at'
  ).split(' '),
);

/** Reserved for examples and documentation (RFC 2606, section 2): the sample company's world lives there. */
export const exampleSuffix = 'example';
